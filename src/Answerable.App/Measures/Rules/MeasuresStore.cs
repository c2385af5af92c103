using Answerable.Analysis.Measures;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Keeps a family's sums and image current: what is dirty is added up again before a reading, and what others have kept is read
/// in.</summary>
internal sealed class MeasuresStore(IContribution contribution, QuarterSums sums, JournalFollower follower, SumsKeeper keeper,
    IDbContextFactory<AnswerableDb> databases, MeasuresMemory memory, TimeProvider time) : IDisposable
{
    /// <summary>A reading waits no longer than this for sums; beyond it, it answers with what there is and says how much is waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _adding = new(1, 1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private MeasuresImage _image = MeasuresImage.Empty;
    private volatile int _left;
    private volatile bool _healed;

    public IContribution Contribution => contribution;

    /// <param name="whole">Waits until everything is added up, however long it takes.</param>
    public async Task<MeasuresImage> CurrentAsync(CancellationToken stop, bool whole = false)
    {
        var left = whole ? await AddUpAsync(TimeSpan.MaxValue, stop) : await AddUpForReadingAsync(stop);
        return await ReadInAsync(left, stop);
    }

    /// <summary>A page asks many times: where one reading has waited in vain, or somebody else is adding up, the others answer with what there
    /// is.</summary>
    private async Task<int> AddUpForReadingAsync(CancellationToken stop)
    {
        if (_left > 0 || !await _adding.WaitAsync(Patience, stop))
            return Math.Max(1, _left);
        try
        {
            return await AddUpAloneAsync(Patience, stop);
        }
        finally
        {
            _adding.Release();
        }
    }

    /// <summary>Adds up what is dirty, round by round, until nothing is or the time is up; returns how many quarter-hours are left.</summary>
    public async Task<int> AddUpAsync(TimeSpan atMost, CancellationToken stop)
    {
        await _adding.WaitAsync(stop);
        try
        {
            return await AddUpAloneAsync(atMost, stop);
        }
        finally
        {
            _adding.Release();
        }
    }

    private async Task<int> AddUpAloneAsync(TimeSpan atMost, CancellationToken stop)
    {
        var begun = time.GetTimestamp();
        if (!_healed)
            await keeper.HealAsync(contribution.Family, stop);
        _healed = true;
        while (true)
        {
            var behind = await follower.FollowAsync(contribution, stop);
            var summed = await sums.SumAsync(contribution, stop);
            if (summed.Quarters.Count > 0)
                await keeper.KeepAsync(summed, stop);
            var left = summed.Left + (behind ? 1 : 0);
            if (left == 0 || time.GetElapsedTime(begun) > atMost)
                return _left = left;
        }
    }

    public void Dispose()
    {
        _adding.Dispose();
        _reading.Dispose();
    }

    private async Task<MeasuresImage> ReadInAsync(int waiting, CancellationToken stop)
    {
        await _reading.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var news = new MeasuresNews(contribution.Family, _image.Revision, _image.ResidentFrom, memory);
            var rows = db.Set<MeasuresQuarterRow>().AsNoTracking().Where(row => row.Family == contribution.Family.Id && row.Revision > news.Seen);
            await foreach (var row in (news.Seen == 0 ? rows.OrderByDescending(row => row.Quarter) : rows)
                .Select(row => new { row.Quarter, row.Revision, row.Holds, row.Cells }).AsAsyncEnumerable().WithCancellation(stop))
                news.Add(row.Quarter, row.Revision, row.Holds, row.Cells);
            await keeper.MarkAsync(contribution.Family, news.Damaged, doubted: true, stop);
            var names = news.Outlines.Count > 0 ? await MeasuresNameRow.ReadAsync(db.Set<MeasuresNameRow>(), stop) : _image.Names;
            return _image = _image.With(news, names, waiting, memory);
        }
        finally
        {
            _reading.Release();
        }
    }
}
