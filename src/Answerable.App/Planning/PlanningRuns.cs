using System.Collections.Concurrent;
using Answerable.Model;
using Answerable.Simulation.Replications;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Planning;

/// <summary>
/// Long work on this machine: one piece at a time, so that it never starves the pages. It goes on when its page is left, says how far it has
/// come and can be stopped. Results are rows; what is lost by a restart is only work that was not finished.
/// </summary>
internal sealed class PlanningRuns(TimeProvider time, ILogger<PlanningRuns> log) : IDisposable
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<RunKey, Run> _runs = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    public RunState? Find(RunKey key) => _runs.TryGetValue(key, out var run) ? run.State(time) : null;

    /// <summary>Begins work that is not under way already.</summary>
    /// <param name="work">Comes to nothing when done, or to the reason why it could not be.</param>
    public void Begin(RunKey key, string doing, string by, Func<IProgress<Progress>, CancellationToken, Task<Refusal?>> work)
    {
        Forget();
        var run = new Run(key, doing, by);
        if (_runs.TryGetValue(key, out var before) ? before.State(time).IsUnderWay || !_runs.TryUpdate(key, run, before) : !_runs.TryAdd(key, run))
            return;
        _ = Task.Run(() => GoAsync(run, work));
    }

    public void Stop(RunKey key)
    {
        if (_runs.TryGetValue(key, out var run))
            run.Stop.Cancel();
    }

    public void StopAllOf(SeriesId series)
    {
        foreach (var key in _runs.Keys.Where(key => key.Text.StartsWith($"{series}/", StringComparison.Ordinal)))
            Stop(key);
    }

    public void Dispose()
    {
        foreach (var run in _runs.Values)
            run.Stop.Cancel();
    }

    private async Task GoAsync(Run run, Func<IProgress<Progress>, CancellationToken, Task<Refusal?>> work)
    {
        try
        {
            await _turn.WaitAsync(run.Stop.Token);
            try
            {
                run.Begin(time);
                var refusal = await work(run, run.Stop.Token);
                run.End(refusal is null ? RunStage.Finished : RunStage.Failed, refusal?.Text);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            run.End(RunStage.Stopped, null);
        }
#pragma warning disable CA1031 // Whatever broke, the page must say that nothing more will come.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            log.LogError(broken, "Long work broke off: {Key}", run.Key.Text);
            run.End(RunStage.Failed, "It broke off: this is a fault of ours, and it has been logged. Try again.");
        }
    }

    private void Forget()
    {
        if (_runs.Count < MostKept)
            return;
        foreach (var (key, run) in _runs)
            if (!run.State(time).IsUnderWay)
                _runs.TryRemove(key, out _);
    }
}
