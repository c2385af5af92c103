using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>
/// Rows of one kind, held against what the journal tells of each. It goes through both once for so many lines as memory has room for: a journal of
/// twice as many is gone through twice.
/// </summary>
/// <param name="of">As it is named where it is said what was compared.</param>
/// <param name="facts">The facts that tell of these rows.</param>
internal abstract class RowsCompared<TKey, TTold, TRow>(string of, params Type[] facts) : IComparison
    where TKey : notnull
    where TTold : class
    where TRow : class
{
    public string Of => of;

    public virtual IReadOnlyList<Type> Looked => [typeof(TRow)];

    /// <summary>How many are held in memory at once.</summary>
    protected virtual int AtOnce => 100_000;

    /// <summary>Which rows a line of the journal tells of, and what it makes of what was told of them before.</summary>
    protected abstract IEnumerable<(TKey Key, Func<TTold?, TTold?> Then)> Told(Entry entry, Fact fact);

    protected virtual IQueryable<TRow> Rows(AnswerableDb db) => db.Set<TRow>().AsNoTracking();

    protected abstract TKey KeyOf(TRow row);

    /// <param name="told">Nothing where the journal does not tell of it.</param>
    protected abstract IEnumerable<string> Differences(TRow row, TTold? told, Comparing at);

    /// <summary>What is said where the journal tells of a row that is not there; nothing where it need not be.</summary>
    protected virtual string? Missing(TKey key, TTold told) => null;

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        var passes = 1 + await JournalTold.CountAsync(at.Db, facts, stop) / AtOnce;
        for (var pass = 0; pass < passes; pass++)
        {
            var told = await ToldAsync(at.Db, key => IsOf(key, pass, passes), stop);
            await foreach (var row in Rows(at.Db).AsAsyncEnumerable().WithCancellation(stop))
                if (IsOf(KeyOf(row), pass, passes))
                {
                    told.Remove(KeyOf(row), out var known);
                    foreach (var difference in Differences(row, known, at))
                        yield return difference;
                }
            foreach (var (key, gone) in told)
                if (Missing(key, gone) is { } missing)
                    yield return missing;
        }
    }

    private async Task<Dictionary<TKey, TTold>> ToldAsync(AnswerableDb db, Func<TKey, bool> isOf, CancellationToken stop)
    {
        var told = new Dictionary<TKey, TTold>();
        await foreach (var (entry, fact) in JournalTold.OfAsync(db, facts).WithCancellation(stop))
            foreach (var (key, then) in Told(entry, fact))
                if (isOf(key) && then(told.GetValueOrDefault(key)) is { } now)
                    told[key] = now;
        return told;
    }

    private static bool IsOf(TKey key, int pass, int passes) => passes == 1 || (uint)key.GetHashCode() % passes == pass;
}
