using Answerable.Model.Contacts;

namespace Answerable.App.Demo.Days;

/// <summary>One handler's working day, in milliseconds of the local day. It fills as contacts are given to it.</summary>
internal sealed class Worker(DemoPerson person, double pace, double skill, long from, long to, IReadOnlyList<Worker.Block> planned)
{
    private readonly List<Stretch> _stretches = [];
    private int _next;

    /// <param name="At">When it is planned; it begins then, or once the contact in hand is done.</param>
    internal readonly record struct Block(long At, long Lasts, Activity What);

    internal readonly record struct Stretch(long From, long To, Activity What);

    internal enum Activity
    {
        Contact,
        Break,
        Training,
        OtherWork,
    }

    public DemoPerson Person => person;
    public double Pace => pace;
    public double Skill => skill;
    public long From { get; } = from;
    public long Free { get; private set; } = from;
    public long Ends => Math.Max(to, Free);
    public IReadOnlyList<Stretch> Stretches => _stretches;

    /// <summary>When a contact that waits from a moment on could be taken at the earliest; none when the shift is over by then.</summary>
    public long? Start(long waitsFrom)
    {
        var (free, place) = (Free, _next);
        while (place < planned.Count && planned[place].At <= Math.Max(free, waitsFrom))
            free = Math.Max(free, planned[place].At) + planned[place++].Lasts;
        var start = Math.Max(free, waitsFrom);
        return start < to ? start : null;
    }

    public void Take(long start, long lasts)
    {
        BreakUntil(start);
        _stretches.Add(new Stretch(start, start + lasts, Activity.Contact));
        Free = start + lasts;
    }

    /// <summary>The day is over: what was planned and not yet had is had.</summary>
    public void GoHome() => BreakUntil(to);

    private void BreakUntil(long moment)
    {
        while (_next < planned.Count && planned[_next].At <= Math.Max(Free, moment) && Math.Max(Free, planned[_next].At) < to)
        {
            var (at, lasts, what) = planned[_next++];
            var begins = Math.Max(Free, at);
            _stretches.Add(new Stretch(begins, begins + lasts, what));
            Free = begins + lasts;
        }
    }
}
