using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

/// <summary>Keeps sums and image current: what is dirty is added up again before a reading, and what others have kept is read in.</summary>
internal sealed class MeasuresStore(QuarterSums sums, IServiceProvider services, IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IDisposable
{
    private const int QuartersARound = 96;

    /// <summary>A reading waits no longer than this for sums; beyond it, it answers with what there is and says how much is waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _adding = new(1, 1);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private MeasuresImage _image = MeasuresImage.Empty;
    private volatile int _left;

    /// <param name="whole">Waits until everything is added up, however long it takes.</param>
    public async Task<MeasuresImage> CurrentAsync(CancellationToken stop, bool whole = false)
    {
        var left = whole ? await AddUpAsync(TimeSpan.MaxValue, stop) : await AddUpForReadingAsync(stop);
        return await ReadInAsync(left, stop);
    }

    /// <summary>A page asks many times: where one reading has waited in vain, or somebody else is adding up, the others answer with what there is.</summary>
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
        while (true)
        {
            var summed = await sums.SumAsync(QuartersARound, stop);
            if (summed.Quarters.Count == 0)
                return _left = 0;
            await services.GetRequiredService<Dispatcher>().DoAsync(new KeepQuarters(summed), Actor.System, stop);
            if (summed.Left == 0 || time.GetElapsedTime(begun) > atMost)
                return _left = summed.Left;
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
            var (seen, changed) = (_image.Revision, new List<QuarterColumns>());
            var (revision, names) = (seen, _image.Names);
            await foreach (var row in db.MeasuresQuarters.AsNoTracking().Where(row => row.Revision > seen)
                .Select(row => new { row.Quarter, row.Revision, row.Cells }).AsAsyncEnumerable().WithCancellation(stop))
            {
                changed.Add(QuarterBytes.Read(row.Quarter, row.Cells));
                revision = Math.Max(revision, row.Revision);
            }
            if (changed.Count > 0)
                names = await MeasuresNameRow.ReadAsync(db.MeasuresNames, stop);
            return _image = _image.With(changed, names, revision, waiting);
        }
        finally
        {
            _reading.Release();
        }
    }
}
