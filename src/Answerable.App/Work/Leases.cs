namespace Answerable.App.Work;

/// <summary>Work that one server at a time does, named in the contents page of whose it is.</summary>
internal sealed record Owned(string Name);

/// <summary>What of the work that one server does at a time is this one's.</summary>
public sealed class Leases
{
    /// <summary>Told where a server let go of what it had.</summary>
    internal const string Topic = "nodes";

    internal const string Opening = "opening";

    private readonly TimeProvider _time;
    private volatile Beat? _last;
    private volatile bool _failed;

    internal Leases(TimeProvider time) => _time = time;

    private sealed record Beat(long Begun, IReadOnlySet<string> Held);

    /// <summary>
    /// Whether it is this one's to do, by the clock that only runs forward: one that was held up so long that another may have taken over does
    /// not find that out from its own rows.
    /// </summary>
    internal bool Holds(string name) => _last is { } beat && Fresh(beat) && beat.Held.Contains(name);

    /// <summary>Whether this server has written to the database of late: it does so every other second.</summary>
    public bool HasWritten => !_failed && _last is { } beat && Fresh(beat);

    /// <summary>Whether it is this one that makes a new centre ready, where several start together.</summary>
    public bool Opens => Holds(Opening);

    internal void Keep(long begun, IEnumerable<string> held) => (_last, _failed) = (new Beat(begun, held.ToHashSet()), false);

    internal void Fail() => _failed = true;

    internal void LetGo() => _last = null;

    private bool Fresh(Beat beat) => _time.GetElapsedTime(beat.Begun) < BeatNode.Lease;
}
