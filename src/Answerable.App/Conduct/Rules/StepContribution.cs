using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The measures of steps, from the facts of walks. A quarter-hour is of the walks that began in it; the journal is followed for what changes
/// them.</summary>
internal sealed class StepContribution(RoleTimes roles) : IContribution
{
    private const int WalksAQuery = 1_000;

    public Family Family => StepMeasures.Family;
    public string Hears => "walk.";

    /// <summary>Facts of walks are read from the journal, a dozen a walk: so few at once that a reading need not wait for more.</summary>
    public int QuartersARound => 12;

    public async Task<IReadOnlyCollection<int>> TouchedAsync(AnswerableDb db, IReadOnlyList<Heard> heard, CancellationToken stop)
    {
        var quarters = new HashSet<int>();
        foreach (var ids in heard.Select(line => line.Subject).Distinct().Select(WalkId.From).Chunk(WalksAQuery))
            quarters.UnionWith((await db.Set<WalkRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).Select(row => row.BegunAt).ToListAsync(stop))
                .Select(DirtyQuarters.Of));
        return quarters;
    }

    public IAsyncEnumerable<int> QuartersAsync(AnswerableDb db) =>
        db.Set<WalkRow>().Select(row => row.BegunAt).AsAsyncEnumerable().Select(DirtyQuarters.Of).Distinct();

    public async Task<IReadOnlyList<SummedQuarter>> SumAsync(AnswerableDb db, IReadOnlyList<MeasuresDirtyRow> dirty, CancellationToken stop)
    {
        var quarters = dirty.Select(row => row.Quarter).ToList();
        var walks = await WalksAsync(db, quarters, stop);
        var facts = await FactsAsync(db, walks.Keys, stop);
        var roleOf = await roles.OfAsync(db, facts.Select(fact => fact.Said.By), stop);
        var sums = quarters.ToDictionary(quarter => quarter, _ => new StepSum(roleOf));
        foreach (var (walk, kind, at, said) in facts)
            sums[walks[walk].Quarter].Add(walks[walk].Version, walks[walk].Channel, kind, at, said);
        return [.. sums.Select(pair => new SummedQuarter(pair.Key, pair.Value.Cells, []))];
    }

    private static async Task<Dictionary<Guid, (int Quarter, string Version, Channel Channel)>> WalksAsync(AnswerableDb db, List<int> quarters,
        CancellationToken stop)
    {
        var walks = new Dictionary<Guid, (int Quarter, string Version, Channel Channel)>();
        foreach (var (from, to) in QuarterRuns.Of(quarters))
        {
            var begun = db.Set<WalkRow>().Where(walk => walk.BegunAt >= from && walk.BegunAt < to)
                .Join(db.Set<ContactRow>(), walk => walk.Contact, contact => contact.Id, (walk, contact) => new
                { walk.Id, walk.BegunAt, walk.Procedure, walk.Version, contact.Channel });
            await foreach (var walk in begun.AsAsyncEnumerable().WithCancellation(stop))
                walks[walk.Id.Value] = (DirtyQuarters.Of(walk.BegunAt), ContactKey.VersionText(walk.Procedure, walk.Version), walk.Channel);
        }
        return walks;
    }

    private static async Task<List<(Guid Walk, FactKind Kind, DateTimeOffset At, StepSum.Said Said)>> FactsAsync(
        AnswerableDb db, IEnumerable<Guid> walks, CancellationToken stop)
    {
        var facts = new List<(Guid Walk, FactKind Kind, DateTimeOffset At, StepSum.Said Said)>();
        foreach (var ids in walks.Chunk(WalksAQuery))
            await foreach (var line in db.Set<JournalRow>().Where(row => EF.Parameter(ids).Contains(row.Subject) && row.Name.StartsWith("walk."))
                .AsAsyncEnumerable().WithCancellation(stop))
                if (line.Entry().Fact() is WalkFact fact && StepSum.Of(fact) is { } said)
                    facts.Add((line.Subject, line.Kind, line.At, said));
        return facts;
    }
}
