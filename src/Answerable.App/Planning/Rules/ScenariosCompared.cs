using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.Planning;

namespace Answerable.App.Planning;

/// <summary>Saved scenarios, held against what was told when they were saved, renamed and removed.</summary>
internal sealed class ScenariosCompared() : RowsCompared<SavedScenarioId, ScenariosCompared.Course, ScenarioRow>("scenarios",
    typeof(ScenarioSaved), typeof(ScenarioRenamed), typeof(ScenarioRemoved))
{
    internal sealed record Course(string Name, SeriesId Series, string Knobs, DateTimeOffset SavedAt, bool Removed = false);

    protected override IEnumerable<(SavedScenarioId, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        var id = SavedScenarioId.From(entry.Subject);
        if (fact is ScenarioSaved saved)
            yield return (id, _ => new Course(saved.Name, saved.Series, saved.Knobs, entry.At));
        else if (fact is ScenarioRenamed renamed)
            yield return (id, was => was is null ? null : was with { Name = renamed.To });
        else if (fact is ScenarioRemoved)
            yield return (id, was => was is null ? null : was with { Removed = true });
    }

    protected override SavedScenarioId KeyOf(ScenarioRow row) => row.Id;

    protected override IEnumerable<string> Differences(ScenarioRow row, Course? told, Comparing at)
    {
        if (told is null || told != new Course(row.Name, row.Series, row.Knobs, told.SavedAt) || !KeptInstant.Same(row.SavedAt, told.SavedAt))
            yield return $"The scenario '{row.Name}' is not as the journal tells it.";
        if (!string.Equals(row.SortName, row.Name.ToUpperInvariant(), StringComparison.Ordinal))
            yield return $"The name of the scenario by which lists are ordered, '{row.SortName}', is not '{row.Name}'.";
    }

    protected override string? Missing(SavedScenarioId key, Course told) =>
        told.Removed ? null : $"The scenario '{told.Name}', which the journal tells of, is missing.";
}
