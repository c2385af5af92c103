using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>The measures of agents' time, from what they said they were doing; the journal is followed for what changes them.</summary>
internal sealed class TimeContribution(PresenceLines presence, TeamTimes teams) : IContribution
{
    // Runs of quarter-hours closer than this are read together: no stretch reaches from one to another.
    private static readonly int Apart = 1 + 2 * (int)(PresenceStretch.Longest / TimeSpan.FromMinutes(15));

    public Family Family => AgentMeasures.Family;
    public string Hears => PresenceLines.FactName;

    public async Task<IReadOnlyCollection<int>> TouchedAsync(AnswerableDb db, IReadOnlyList<Heard> heard, CancellationToken stop)
    {
        var (quarters, numbers) = (new HashSet<int>(), heard.Select(line => line.Number).ToHashSet());
        foreach (var stretch in PresenceStretch.Of(await AroundAsync(db, heard.Select(line => DirtyQuarters.Of(line.At)), stop)))
            if (numbers.Contains(stretch.From.Number) || numbers.Contains(stretch.Until.Number))
                quarters.UnionWith(stretch.Quarters().Select(part => part.Quarter));
        return quarters;
    }

    public async IAsyncEnumerable<int> QuartersAsync(AnswerableDb db)
    {
        var last = new Dictionary<(PersonId Person, FactKind Kind), PresenceLine>();
        await foreach (var line in PresenceLines.EachAsync(db.Set<JournalRow>().OrderBy(row => row.At).ThenBy(row => row.Number)))
        {
            if (last.TryGetValue((line.Person, line.Kind), out var before))
                foreach (var stretch in PresenceStretch.Of([before, line]))
                    foreach (var (quarter, _) in stretch.Quarters())
                        yield return quarter;
            last[(line.Person, line.Kind)] = line;
        }
    }

    public async Task<IReadOnlyList<SummedQuarter>> SumAsync(AnswerableDb db, IReadOnlyList<MeasuresDirtyRow> dirty, CancellationToken stop)
    {
        var lines = await AroundAsync(db, dirty.Select(row => row.Quarter), stop);
        var times = PresenceTimes.Of(lines, await teams.OfAsync(db, lines.Select(line => line.Person), stop));
        return [.. dirty.Select(row => new SummedQuarter(row.Quarter, CellsOf(times.GetValueOrDefault(row.Quarter) ?? []), []))];
    }

    private static Dictionary<CellKey, Cell> CellsOf(Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]> people) =>
        people.ToDictionary(
            pair => new CellKey(AgentMeasures.Family, pair.Key.Kind.ToString(), pair.Key.Team?.ToString() ?? "", pair.Key.Person.ToString()),
            pair => AgentMeasures.CellOf(pair.Value));

    /// <summary>Every line of a stretch that lies in one of these quarter-hours, and others.</summary>
    private async Task<List<PresenceLine>> AroundAsync(AnswerableDb db, IEnumerable<int> quarters, CancellationToken stop)
    {
        var lines = new List<PresenceLine>();
        foreach (var (from, to) in QuarterRuns.Of(quarters.Distinct(), Apart))
            lines.AddRange(await presence.BetweenAsync(db, from - PresenceStretch.Longest, to + PresenceStretch.Longest, stop));
        return lines;
    }
}
