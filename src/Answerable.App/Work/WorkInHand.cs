using System.Collections.Concurrent;
using Answerable.Model.People;

namespace Answerable.App.Work;

/// <summary>One piece of work while this server does it: who asked, and how far it has come.</summary>
internal sealed class WorkInHand(WorkId id, Actor who, TimeProvider time, CancellationToken closing) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
    private readonly long _begun = time.GetTimestamp();
    private readonly Lock _turn = new();
    private (int Done, int Wanted) _far;

    public WorkId Id => id;
    public Actor Who => who;
    public CancellationToken Stopped => _stop.Token;

    public void Stop() => _stop.Cancel();

    public void Report(int done, int wanted)
    {
        lock (_turn)
            if (done >= _far.Done)
                _far = (done, wanted);
    }

    /// <summary>How much is done of how much, and the time it will still take, going by the pace so far; none where that cannot be told.</summary>
    public (int Done, int Wanted, TimeSpan? Left) Far()
    {
        lock (_turn)
            return (_far.Done, _far.Wanted, _far.Done > 0 ? time.GetElapsedTime(_begun) * ((_far.Wanted - _far.Done) / (double)_far.Done) : null);
    }

    public void Dispose() => _stop.Dispose();
}

/// <summary>What this server has in hand.</summary>
internal sealed class WorkDesk(TimeProvider time)
{
    private readonly ConcurrentDictionary<WorkId, WorkInHand> _inHand = new();

    public IReadOnlyList<WorkId> All => [.. _inHand.Keys];

    public WorkInHand? Find(WorkId id) => _inHand.GetValueOrDefault(id);

    public WorkInHand Take(WorkId id, Actor who, CancellationToken closing) => _inHand[id] = new WorkInHand(id, who, time, closing);

    public void Lay(WorkInHand hand)
    {
        _inHand.TryRemove(hand.Id, out _);
        hand.Dispose();
    }
}
