using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>A KPI over local dates: one figure for all, and one for each interval, each value of a split, or both.</summary>
/// <param name="From">The first date.</param>
/// <param name="To">The date after the last.</param>
[Needs(Permission.ReadMeasures)]
[Unscoped(UnscopedAttribute.ByKpiPlan)]
public sealed record KpiFigures(string Kpi, DateOnly From, DateOnly To) : IReading<KpiFigures.Finding>
{
    private static readonly Dictionary<Dimension, string> Anything = [];

    /// <summary>The zone its dates are in; null for the centre's own.</summary>
    public string? Zone { get; init; }
    public Dimension? Split { get; init; }
    public Interval? Interval { get; init; }

    // A parameter named here holds for the whole period; otherwise each date is read by the definition in force on it.
    public int? Threshold { get; init; }
    public int? ShortAbandon { get; init; }
    public int? Window { get; init; }

    /// <summary>Reads the whole period by this version of the definition, whatever was in force.</summary>
    public int? Version { get; init; }
    /// <summary>Waits until every changed quarter-hour is added up, as a figure that goes into a report must.</summary>
    public bool Whole { get; init; }
    public IReadOnlyList<FactKind> Kinds { get; init; } = Slice.Performance;

    /// <summary>Holds dimensions to one value each: its key, or the name it is shown by; empty for unknown.</summary>
    public IReadOnlyDictionary<Dimension, string> Only { get; init; } = Anything;

    /// <summary>A KPI with everything needed to understand its figures.</summary>
    /// <param name="Parts">One for each definition in force in the period, in order; figures are never mixed across them.</param>
    /// <param name="Waiting">Quarter-hours that have changed and are not in the figures yet.</param>
    public sealed record Finding(Kpi Kpi, Figure Total, IReadOnlyList<BesideCount> Beside, IReadOnlyList<Part> Parts, IReadOnlyList<Line> Lines,
        int Waiting)
    {
        /// <summary>The zone its dates are in.</summary>
        public string Zone { get; init; } = "";
    }

    /// <summary>A stretch of the period read by one definition.</summary>
    /// <param name="Formula">In words, its parameters in it.</param>
    public sealed record Part(DateOnly From, DateOnly To, int Version, KpiParameters Parameters, string Formula, Figure Figure,
        IReadOnlyList<BesideCount> Beside);

    /// <param name="Start">When the interval begins, in the zone its dates are in.</param>
    /// <param name="End">When it ends.</param>
    /// <param name="Key">The value of the split dimension, empty when unknown.</param>
    /// <param name="Label">How that is shown.</param>
    public sealed record Line(DateTimeOffset? Start, DateTimeOffset? End, string? Key, string? Label, Figure Figure,
        IReadOnlyList<BesideCount> Beside, int Version);

    public sealed record BesideCount(string Label, long Count);

    internal sealed class Reader(KpiReader reader) : IAnswer<KpiFigures, Finding>
    {
        public Task<Outcome<Finding>> Answer(KpiFigures reading, ReadingContext context, CancellationToken stop) =>
            reader.ReadAsync(reading, context, stop);
    }
}
