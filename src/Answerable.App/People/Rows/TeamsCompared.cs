using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Teams, held against what was told when they were formed.</summary>
internal sealed class TeamsCompared() : RowsCompared<TeamId, TeamFormed, TeamRow>("teams", typeof(TeamFormed))
{
    protected override IEnumerable<(TeamId, Func<TeamFormed?, TeamFormed?>)> Told(Entry entry, Fact fact) =>
        fact is TeamFormed formed ? [(formed.Team, _ => formed)] : [];

    protected override TeamId KeyOf(TeamRow row) => row.Id;

    protected override IEnumerable<string> Differences(TeamRow row, TeamFormed? told, Comparing at)
    {
        if (told is null)
            yield return $"The team '{row.Name}' is not in the journal.";
        else if (row.Name != told.Name)
            yield return $"The team '{row.Name}' was formed as '{told.Name}'.";
    }

    protected override string Missing(TeamId key, TeamFormed told) => $"The team '{told.Name}', which the journal tells of, is missing.";
}
