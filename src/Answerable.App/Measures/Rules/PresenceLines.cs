using System.Runtime.CompilerServices;
using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// What people said they were doing, by when. Those of the last two days are kept in memory, some 50 bytes each, because today is added up again
/// every few seconds; earlier ones are read from the journal.
/// </summary>
internal sealed class PresenceLines(TimeProvider time)
{
    // A constant, so that it stands in the statement: the journal's index of these few lines is found by it.
    public const string FactName = "person.presence-changed";
    private const int MostFollowed = 100_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);
    private readonly List<PresenceLine> _recent = [];
    private DateTimeOffset _from = DateTimeOffset.MaxValue;
    private long _seen;

    public async Task<IReadOnlyList<PresenceLine>> BetweenAsync(AnswerableDb db, DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        if (from < time.GetUtcNow() - Kept)
            return await ReadAsync(db.Set<JournalRow>().Where(row => row.At >= from && row.At < to), stop);
        await FollowAsync(db, from, stop);
        var (fromMs, toMs) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        return _recent.FindAll(line => line.AtMs >= fromMs && line.AtMs < toMs);
    }

    /// <summary>Those among these rows of the journal, in their order.</summary>
    public static async IAsyncEnumerable<PresenceLine> EachAsync(
        IQueryable<JournalRow> rows, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var said = rows.Where(row => row.Name == FactName).Select(row => new { row.Number, row.At, row.Kind, row.Body });
        await foreach (var row in said.AsAsyncEnumerable().WithCancellation(stop))
            if (FactCatalogue.Read(FactName, row.Body) is PresenceChanged changed)
                yield return new PresenceLine(changed.Person, row.Kind, row.At.ToUnixTimeMilliseconds(), row.Number, changed.To);
    }

    /// <summary>The latest among these rows of the journal.</summary>
    public static async Task<PresenceChanged?> LastAsync(IQueryable<JournalRow> rows, CancellationToken stop) =>
        await rows.Where(row => row.Name == FactName).OrderByDescending(row => row.Number).Select(row => row.Body).FirstOrDefaultAsync(stop)
            is { } body ? (PresenceChanged)FactCatalogue.Read(FactName, body) : null;

    public static ValueTask<List<PresenceLine>> ReadAsync(IQueryable<JournalRow> rows, CancellationToken stop) =>
        EachAsync(rows, stop).ToListAsync(stop);

    private async Task FollowAsync(AnswerableDb db, DateTimeOffset from, CancellationToken stop)
    {
        var (seen, end) = (_seen, (await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop)).Number);
        var rows = db.Set<JournalRow>().Where(row => row.Number <= end);
        if (from < _from || end - seen > MostFollowed)
        {
            _recent.Clear();
            _from = from;
            _recent.AddRange(await ReadAsync(rows.Where(row => row.At >= from), stop));
        }
        else if (end > seen)
        {
            var kept = _from;
            _recent.AddRange(await ReadAsync(rows.Where(row => row.Number > seen && row.At >= kept), stop));
        }
        _seen = end;
        if (time.GetUtcNow() - Kept is var earliest && _from < earliest - Kept)
            (_, _from) = (_recent.RemoveAll(line => line.AtMs < earliest.ToUnixTimeMilliseconds()), earliest);
    }
}
