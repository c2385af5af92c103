using Answerable.Model.Journal;

namespace Answerable.Model.Measures;

/// <summary>From a date on, a KPI is read with other parameters; figures before it keep theirs.</summary>
[FactName("measures.definition-changed")]
public sealed record DefinitionChanged(string Kpi, int Version, DateOnly From, int ThresholdSeconds, int ShortSeconds, int WindowDays,
    [Typed] string Reason) : Fact;
