using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.Measures;

namespace Answerable.App.Measures;

/// <summary>What KPIs are read with from a date on, held against what was told when that was changed.</summary>
internal sealed class DefinitionsCompared()
    : RowsCompared<DefinitionId, DefinitionChanged, DefinitionRow>("definitions of KPIs", typeof(DefinitionChanged))
{
    protected override IEnumerable<(DefinitionId, Func<DefinitionChanged?, DefinitionChanged?>)> Told(Entry entry, Fact fact) =>
        fact is DefinitionChanged changed ? [(DefinitionId.From(entry.Subject), _ => changed)] : [];

    protected override DefinitionId KeyOf(DefinitionRow row) => row.Id;

    protected override IEnumerable<string> Differences(DefinitionRow row, DefinitionChanged? told, Comparing at)
    {
        if (told is null)
            yield return $"Version {row.Version} of the KPI {row.Kpi} is not in the journal.";
        else if (told != new DefinitionChanged(row.Kpi, row.Version, row.From, row.ThresholdSeconds, row.ShortSeconds, row.WindowDays, row.Reason))
            yield return $"Version {told.Version} of the KPI {told.Kpi} is not as it was defined.";
    }

    protected override string Missing(DefinitionId key, DefinitionChanged told) =>
        $"Version {told.Version} of the KPI {told.Kpi}, which the journal tells of, is missing.";
}
