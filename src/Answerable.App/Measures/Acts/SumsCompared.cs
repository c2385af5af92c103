using System.Runtime.CompilerServices;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// The sums figures are made of, held against what comes out when they are added up again: of contacts from their rows, which are compared
/// themselves, of time and steps from the journal. What waits to be added up again is left open.
/// </summary>
internal sealed class SumsCompared(IEnumerable<IContribution> contributions) : IComparison
{
    public string Of => "sums of figures";

    public IReadOnlyList<Type> Looked => [typeof(MeasuresQuarterRow), typeof(MeasuresNameRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var (names, broken) = await NamesAsync(at.Db, stop);
        if (broken is not null)
            yield return broken;
        else
            foreach (var contribution in contributions)
                await foreach (var difference in new OfFamily(contribution, names, at).DifferencesAsync(stop))
                    yield return difference;
    }

    private static async Task<(Names Names, string? Broken)> NamesAsync(AnswerableDb db, CancellationToken stop)
    {
        try
        {
            return (await MeasuresNameRow.ReadAsync(db.Set<MeasuresNameRow>(), stop), null);
        }
        catch (InvalidOperationException unnumbered)
        {
            return (new Names(), $"Sums of figures cannot be read: {unnumbered.Message}");
        }
    }

    private sealed class OfFamily(IContribution contribution, Names names, Comparing at)
    {
        private readonly byte _family = contribution.Family.Id;

        public async IAsyncEnumerable<string> DifferencesAsync([EnumeratorCancellation] CancellationToken stop)
        {
            var waiting = await WaitingAsync(stop);
            at.LeaveOpen("Quarter-hours of figures that wait to be added up again", waiting.Count);
            var quarters = (await Kept().Select(row => row.Quarter).ToListAsync(stop)).ToHashSet();
            await foreach (var quarter in contribution.QuartersAsync(at.Db).WithCancellation(stop))
                quarters.Add(quarter);
            foreach (var some in quarters.Except(waiting).Order().Chunk(contribution.QuartersARound))
            {
                var kept = await Kept().Where(row => EF.Parameter(some).Contains(row.Quarter)).ToDictionaryAsync(row => row.Quarter, stop);
                foreach (var sum in await SumAsync(some, stop))
                    if (Difference(sum, kept.GetValueOrDefault(sum.Quarter)) is { } difference)
                        yield return difference;
            }
        }

        private IQueryable<MeasuresQuarterRow> Kept() => at.Db.Set<MeasuresQuarterRow>().AsNoTracking().Where(row => row.Family == _family);

        /// <summary>Those that will come out otherwise once all has been added up, and those that a newer or older Answerable added up.</summary>
        private async Task<HashSet<int>> WaitingAsync(CancellationToken stop)
        {
            var waiting = await JournalFollower.AheadAsync(at.Db, contribution, stop);
            waiting.UnionWith(await Kept().Where(row => row.Holds != contribution.Family.Holds).Select(row => row.Quarter).ToListAsync(stop));
            waiting.UnionWith(await at.Db.Set<MeasuresDirtyRow>().AsNoTracking().Where(row => row.Family == _family).Select(row => row.Quarter)
                .ToListAsync(stop));
            // What changes in one may change others; where the journal is followed, that has found them.
            if (contribution.Hears is null)
                foreach (var some in waiting.Order().ToList().Chunk(contribution.QuartersARound))
                    waiting.UnionWith((await contribution.SumAsync(at.Db, Marked(some, long.MaxValue), stop)).Select(sum => sum.Quarter));
            return waiting;
        }

        private async Task<IEnumerable<SummedQuarter>> SumAsync(int[] quarters, CancellationToken stop) =>
            (await contribution.SumAsync(at.Db, Marked(quarters, 0), stop)).Where(sum => Array.BinarySearch(quarters, sum.Quarter) >= 0);

        private List<MeasuresDirtyRow> Marked(int[] quarters, long mark) =>
            [.. quarters.Select(quarter => new MeasuresDirtyRow { Family = _family, Quarter = quarter, Mark = mark })];

        private string? Difference(SummedQuarter sum, MeasuresQuarterRow? kept) =>
            kept is null ? sum.Cells.Count == 0 ? null : $"The sums of {contribution.Family.Name} from {When(sum)} are missing."
            : Cells(sum.Cells.Select(pair => (pair.Key, pair.Value))).SetEquals(Read(kept))
                && Linked(kept.Quarter, sum.Linked).SequenceEqual(Linked(kept.Quarter, kept.Linked))
                ? null
            : $"The sums of {contribution.Family.Name} from {When(sum)} are not what they come to.";

        private HashSet<string> Read(MeasuresQuarterRow kept)
        {
            try
            {
                return QuarterBytes.Read(contribution.Family, kept.Quarter, kept.Cells)
                    is { State: QuarterBytes.Condition.Whole, Columns: { } columns }
                    ? Cells(columns.ToCells(names)) : ["unreadable"];
            }
            catch (KeyNotFoundException)
            {
                return ["of names that are none"];
            }
        }

        private static IEnumerable<string> Linked(int quarter, byte[] bytes) =>
            LinkedBytes.Read(quarter, bytes).Select(contact => $"{contact}").Order();

        private static HashSet<string> Cells(IEnumerable<(CellKey Key, Cell Cell)> cells) => [.. cells.Select(pair => $"{pair.Key}: {pair.Cell}")];

        private static string When(SummedQuarter sum) =>
            $"{DateTimeOffset.FromUnixTimeSeconds(sum.Quarter * 900L):yyyy-MM-dd HH:mm} UTC, a quarter of an hour,";
    }
}
