using Answerable.Simulation.Calendar;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>
/// The contact centre in motion: one run of a scenario, event by event. This file is the run itself; beside it are how contacts come in,
/// are taken, wait and leave, and how people come on and off duty. Nothing is allocated once queues have reached their usual length.
/// </summary>
internal sealed partial class Centre
{
    private const int LookEvery = 0x3fff;

    private readonly TypeDesk[] types;
    private readonly GroupDesk[] groups;
    private readonly ContactBook book = new();
    private readonly EventCalendar calendar;
    private readonly Tally tally;
    private readonly int lines;
    private readonly ILedContacts? led;
    private double windowStart;
    private int engaged;
    private long events;

    /// <param name="timely">Gives up at the very time for every type, even where doing so late would give the same figures.</param>
    /// <param name="led">Who leads contacts that are more than a time drawn beforehand; they give up at the very time.</param>
    public Centre(Scenario scenario, StreamSource source, int replication, bool timely = false, ILedContacts? led = null)
    {
        this.led = led;
        groups = [.. scenario.Groups.Select((group, g) => new GroupDesk(group, g, SharesATier(scenario, group)))];
        types = [.. scenario.Types.Select((_, t) => new TypeDesk(scenario, t, groups, source, replication, timely || led is not null))];
        foreach (var group in groups)
            LayOutOrder(group);
        lines = scenario.Lines ?? int.MaxValue;
        tally = new Tally(types.Length, groups.Length);
        calendar = new EventCalendar(groups.Sum(group => group.Group.Staff.Most) * 2 + types.Length);
        foreach (var type in types)
            BookArrival(type);
        foreach (var group in groups)
            BookStaffChange(group);
    }

    /// <summary>True once more is waiting than any centre could hold: demand beyond what is staffed, from people who never give up.</summary>
    public bool Overwhelmed { get; private set; }

    public long Events => events;

    public int Waiting(int type) => types[type].Live.Count;

    /// <summary>Waits of those of a type who were answered after waiting, since counting last started afresh.</summary>
    public WaitHistogram Waits(int type) => types[type].Waits;

    public int CallbacksWaiting(int type) => types[type].Callbacks.Count;

    public int Busy(int group) => groups[group].Busy;

    public int OnDuty(int group) => groups[group].OnDuty;

    /// <summary>Runs on up to a time, leaving what falls due at it for the next interval; stops short when overwhelmed.</summary>
    public void RunUntil(double time, CancellationToken cancellation = default)
    {
        while (calendar.TryTake(time, out var due))
        {
            switch (due.Kind)
            {
                case Happening.Arrival:
                    Arrive(types[due.Subject], due.Time);
                    break;
                case Happening.Completion when book[due.Subject].Ticket == due.Ticket:
                    Complete(due.Subject, due.Time);
                    break;
                case Happening.GivingUp when book[due.Subject].Ticket == due.Ticket:
                    GiveUp(due.Subject, due.Time);
                    break;
                case Happening.Redial or Happening.Repeat:
                    ComeBack(due.Subject, due.Kind, due.Time);
                    break;
                case Happening.StaffChange:
                    ChangeStaff(groups[due.Subject], due.Time);
                    break;
            }
            if ((++events & LookEvery) == 0 && !MayGoOn(cancellation))
                return;
        }
    }

    /// <summary>Starts counting afresh.</summary>
    public void StartWindow(double now)
    {
        Settle(now);
        tally.Clear();
        windowStart = now;
        foreach (var type in types)
            type.Waits.Clear();
    }

    /// <summary>What was counted since the window started; a new one starts.</summary>
    public Tally EndWindow(double now)
    {
        Settle(now);
        tally.Seconds = now - windowStart;
        var window = tally.Copy();
        tally.Clear();
        windowStart = now;
        return window;
    }

    private bool MayGoOn(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Overwhelmed |= book.Open > ContactBook.Most;
        return !Overwhelmed;
    }

    // Areas under queues and busy counts are brought up to now, and whoever has given up unnoticed is found.
    private void Settle(double now)
    {
        foreach (var type in types)
        {
            SettleLine(type, now);
            tally.TypeRows[Row(type, TypeCount.OrbitTime)] += type.Orbit.Area(now);
            type.Orbit.Restart(now);
        }
        foreach (var group in groups)
            group.Report(now, tally.GroupRows.AsSpan(group.Index * Tally.GroupWidth, Tally.GroupWidth));
    }

    private void LayOutOrder(GroupDesk group)
    {
        var skills = group.Group.Serves.Select(skill => (skill.Priority, Type: types.First(known => known.Type.Name == skill.Type))).ToArray();
        TypeDesk[][] Tiers(bool deferrable) =>
            [.. skills.Where(skill => skill.Type.Type.Deferrable == deferrable).GroupBy(skill => skill.Priority, skill => skill.Type)
                .OrderBy(tier => tier.Key)
                .Select(tier => tier.ToArray())];
        group.LiveOrder = Tiers(deferrable: false);
        group.DeferredOrder = Tiers(deferrable: true);
        group.Callbacks = [.. group.LiveOrder.SelectMany(tier => tier).Where(desk => desk.Type.Callback is not null)];
    }

    private static bool SharesATier(Scenario scenario, SkillGroup group) =>
        group.Serves.Any(mine => scenario.Groups.Any(other =>
            other.Name != group.Name && other.Serves.Any(served => served.Type == mine.Type && served.Preference == mine.Preference)));

    private static int Row(TypeDesk type, TypeCount count) => type.Index * Tally.TypeWidth + (int)count;

    private void Count(TypeDesk type, TypeCount count) => tally.TypeRows[Row(type, count)]++;

    private void Add(TypeDesk type, TypeCount count, double seconds) => tally.TypeRows[Row(type, count)] += seconds;

    private static class Happening
    {
        public const int Arrival = 0;
        public const int Completion = 1;
        public const int GivingUp = 2;
        public const int Redial = 3;
        public const int Repeat = 4;
        public const int StaffChange = 5;
    }
}
