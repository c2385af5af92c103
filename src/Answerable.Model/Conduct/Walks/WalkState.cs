using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// A walk in hand: all that the rules ask of it, by number, changed in place. The walk as it is kept and read is <see cref="Conduct.Walk"/>,
/// the fold of the facts; this one is for whoever takes many moves, and a property holds the two together.
/// </summary>
public sealed partial class WalkState
{
    private readonly CompiledChart _chart;
    private readonly byte[] _marks;
    private readonly Noted?[] _known;
    private readonly List<Approval> _approvals = [];
    private readonly List<Denial> _denials = [];
    private Visited[] _trail;
    private int _steps;
    // Steps of a walk taken up stay where they were kept; only those since stand in the trail.
    private IReadOnlyList<Visit> _kept = [];
    private int _keptSteps;

    public WalkState(CompiledChart chart)
        : this(chart, 16)
    {
    }

    private WalkState(CompiledChart chart, int steps)
    {
        _chart = chart;
        _trail = new Visited[steps];
        _marks = new byte[chart.Places.Length];
        _known = new Noted?[chart.Slots];
    }

    /// <summary>A place left behind, and the approval a decision there rests on.</summary>
    private struct Visited
    {
        public int Place;
        public ReferralId? Under;
    }

    [Flags]
    private enum Mark : byte
    {
        Refused = 1,
        Reopened = 2,
    }

    public WalkId Id { get; private set; }
    public ContactId Contact { get; private set; }
    public CaseId Case { get; private set; }
    public CustomerId? Customer { get; private set; }
    public ProcedureId Procedure { get; private set; }
    public int Version { get; private set; }
    public PersonId Agent { get; private set; }
    public Waiting? Waiting { get; private set; }
    public bool Held { get; private set; }
    public bool Left { get; private set; }
    public int Turn { get; private set; }
    /// <summary>How it ended; nothing while it goes on.</summary>
    public string? Ending { get; private set; }
    /// <summary>The key of the node it stands at.</summary>
    public string At => _at >= 0 ? _chart.Places[_at].Key : _strange;
    public Node? Node => _at >= 0 ? _chart.Places[_at].Node : null;
    public bool AtStart => _steps + _keptSteps == 0;

    internal Place? Place => _at >= 0 ? _chart.Places[_at] : null;
    internal IReadOnlyList<Approval> Approvals => _approvals;
    internal bool Reopened => _at >= 0 && (_marks[_at] & (byte)Mark.Reopened) != 0;
    internal bool Refused => _at >= 0 && (_marks[_at] & (byte)Mark.Refused) != 0;

    private int _at;
    // A walk may have been kept at a key its chart does not have.
    private string _strange = "";
    private long _since;
    private long _paused;
    private long? _pausedAt;

    /// <summary>What was refused here last that this would ask for again; null where nothing was.</summary>
    internal Denial? DenialOf(string kind, long? pence)
    {
        for (var place = _denials.Count - 1; place >= 0; place--)
            if (_denials[place].Covers(At, kind, pence))
                return _denials[place];
        return null;
    }

    internal long SpentMs(DateTimeOffset at) => Math.Max(0, Milliseconds((_pausedAt ?? at.UtcTicks) - _since) - _paused);

    /// <summary>The key of the place left last.</summary>
    internal string Before => _steps > 0 ? _chart.Places[_trail[_steps - 1].Place].Key : _kept[_keptSteps - 1].Node;

    internal string KeyOf(int place) => _chart.Places[place].Key;

    internal Noted? Known(string field) => _chart.SlotOf(field) is var slot && slot >= 0 ? _known[slot] : null;

    internal bool Knows(int slot) => slot >= 0 && _known[slot] is not null;

    internal bool Rests(ReferralId approval)
    {
        for (var step = 0; step < _steps; step++)
            if (_trail[step].Under == approval)
                return true;
        for (var step = 0; step < _keptSteps; step++)
            if (_kept[step].Under == approval)
                return true;
        return false;
    }

    private static long Milliseconds(long ticks) => (long)TimeSpan.FromTicks(ticks).TotalMilliseconds;

    private void Push(int place, ReferralId? under)
    {
        if (_steps == _trail.Length)
            Array.Resize(ref _trail, 2 * _steps);
        _trail[_steps++] = new Visited { Place = place, Under = under };
    }

    private void Note(int slot, Noted noted)
    {
        if (slot >= 0)
            _known[slot] = noted.Empty ? null : noted;
    }

    private void Set(int place, Mark mark)
    {
        if (place >= 0)
            _marks[place] |= (byte)mark;
    }
}
