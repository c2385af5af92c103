using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Who looked, held against the seals it was taken down under, and their number against what the journal was told of it each day.</summary>
internal sealed class LooksCompared : IComparison
{
    /// <summary>A clock may have been put right between a look and its telling.</summary>
    private static readonly TimeSpan Unsteady = TimeSpan.FromMinutes(1);

    public string Of => "who looked";

    public IReadOnlyList<Type> Looked => [typeof(LookRow), typeof(LooksTotalRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var total = await at.Db.Set<LooksTotalRow>().AsNoTracking().SingleOrDefaultAsync(stop);
        var (looks, sum) = (0L, new byte[32]);
        await foreach (var row in at.Db.Set<LookRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.Seal is { } seal)
                (looks, sum) = (looks + 1, LookSeal.Added(sum, [seal]));
            if (row.Seal is null && row.At >= total?.Since)
                yield return $"The look {row.Id} was not taken down by Answerable.";
            else if (row.Seal is null)
                at.LeaveOpen("Looks that an earlier Answerable took down, without a seal");
            else if (!row.Seal.AsSpan().SequenceEqual(LookSeal.Of(at.Chain, row)))
                yield return $"The look {row.Id} is not as it was taken down.";
        }
        if (Difference(total, looks, sum, await ToldAsync(at.Db, stop), at.Chain) is { } difference)
            yield return difference;
    }

    private static async Task<(long Most, DateTimeOffset First)> ToldAsync(AnswerableDb db, CancellationToken stop)
    {
        var (most, first) = (0L, DateTimeOffset.MaxValue);
        await foreach (var (entry, fact) in JournalTold.OfAsync(db, typeof(LooksCounted)).WithCancellation(stop))
            if (fact is LooksCounted counted)
                (most, first) = (Math.Max(most, counted.Looks), entry.At < first ? entry.At : first);
        return (most, first);
    }

    private static string? Difference(LooksTotalRow? total, long looks, byte[] sum, (long Most, DateTimeOffset First) told, ChainKey chain) =>
        total is null ? told.Most + looks == 0 ? null : "The row that says how many looks there are is missing."
        : !total.Seal.AsSpan().SequenceEqual(total.SealOf(chain)) ? "The row that says how many looks there are is not as it was written."
        : total.Taken < told.Most || total.Since - Unsteady > told.First
            ? $"{told.Most} looks or more had been taken down when the journal was told of it: since then they were taken away, "
                + "or an earlier state of them was put back."
        : total.Looks > looks ? $"Of {total.Looks} looks that were taken down, {total.Looks - looks} are missing."
        : total.Looks < looks || !sum.AsSpan().SequenceEqual(total.Sum)
            ? "There are looks, or the seals of looks, that were not taken down by Answerable."
        : null;
}
