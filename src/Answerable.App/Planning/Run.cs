using Answerable.Simulation.Replications;

namespace Answerable.App.Planning;

/// <summary>One piece of long work while it lasts.</summary>
internal sealed class Run(RunKey key, string doing, string by) : IProgress<Progress>
{
    private readonly Lock _turn = new();
    private RunStage _stage = RunStage.Waiting;
    private Progress _progress;
    private string? _sentence;
    private long _begun;

    public RunKey Key { get; } = key;
    public CancellationTokenSource Stop { get; } = new();

    public void Begin(TimeProvider time)
    {
        lock (_turn)
            (_stage, _begun) = (RunStage.Running, time.GetTimestamp());
    }

    public void Report(Progress value)
    {
        lock (_turn)
            if (value.Done >= _progress.Done)
                _progress = value;
    }

    public void End(RunStage stage, string? sentence)
    {
        lock (_turn)
            (_stage, _sentence) = (stage, sentence);
    }

    public RunState State(TimeProvider time)
    {
        lock (_turn)
        {
            TimeSpan? left = _stage == RunStage.Running && _progress.Done > 0
                ? time.GetElapsedTime(_begun) * ((_progress.Wanted - _progress.Done) / (double)_progress.Done)
                : null;
            return new RunState(Key, _stage, doing, _progress.Done, _progress.Wanted, left, by, _sentence);
        }
    }
}
