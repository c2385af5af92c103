using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.Measures;

namespace Answerable.App.Measures;

/// <summary>What KPIs are read with from a date on, held against what was told when that was changed.</summary>
internal sealed class DefinitionsCompared()
    : RowsCompared<DefinitionId, DefinitionsCompared.Course, DefinitionRow>("definitions of KPIs", typeof(DefinitionChanged))
{
    internal sealed record Course(DefinitionChanged Changed, DateTimeOffset At);

    protected override IEnumerable<(DefinitionId, Func<Course?, Course?>)> Told(Entry entry, Fact fact) =>
        fact is DefinitionChanged changed ? [(DefinitionId.From(entry.Subject), _ => new Course(changed, entry.At))] : [];

    protected override DefinitionId KeyOf(DefinitionRow row) => row.Id;

    protected override IEnumerable<string> Differences(DefinitionRow row, Course? told, Comparing at)
    {
        if (told is null)
            yield return $"Version {row.Version} of the KPI {row.Kpi} is not in the journal.";
        else if (told.Changed != Changed(row) || !KeptInstant.Same(row.At, told.At))
            yield return $"Version {told.Changed.Version} of the KPI {told.Changed.Kpi} is not as it was defined.";
    }

    protected override string Missing(DefinitionId key, Course told) =>
        $"Version {told.Changed.Version} of the KPI {told.Changed.Kpi}, which the journal tells of, is missing.";

    private static DefinitionChanged Changed(DefinitionRow row) =>
        new(row.Kpi, row.Version, row.From, row.ThresholdSeconds, row.ShortSeconds, row.WindowDays, row.Reason);
}
