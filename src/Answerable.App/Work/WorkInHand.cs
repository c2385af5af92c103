using System.Collections.Concurrent;
using Answerable.Model.People;

namespace Answerable.App.Work;

/// <summary>One piece of work while this server does it: who asked, and how far it has come.</summary>
internal sealed class WorkInHand(TakeWork.Taken taken, string node, TimeProvider time, CancellationToken closing) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
    private readonly long _begun = time.GetTimestamp();
    private readonly Lock _turn = new();
    private (int Done, int Wanted) _far;

    public WorkId Id => taken.Id;
    public Actor Who => taken.Who;

    /// <summary>By this server's name and the attempt it is this hand's, until another takes it over.</summary>
    public string Node => node;
    public int Attempt => taken.Attempts;

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
    public IReadOnlyList<WorkInHand> Hands => [.. _inHand.Values];

    public WorkInHand? Find(WorkId id) => _inHand.GetValueOrDefault(id);

    public WorkInHand Take(TakeWork.Taken taken, string node, CancellationToken closing) =>
        _inHand[taken.Id] = new WorkInHand(taken, node, time, closing);

    public void Lay(WorkInHand hand)
    {
        _inHand.TryRemove(hand.Id, out _);
        hand.Dispose();
    }
}
