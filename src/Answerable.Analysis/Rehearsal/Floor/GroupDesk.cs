using System.Runtime.CompilerServices;

namespace Answerable.Analysis.Rehearsal;

/// <summary>One skill group as one run sees it: who is on duty, busy and free, since when, and what is in hand.</summary>
internal sealed class GroupDesk
{
    private readonly double[] freeSince;
    private readonly bool tracksFree;
    private double since;
    private double busyTime;
    private double onDutyTime;
    private int oldest;
    private long change;

    public GroupDesk(SkillGroup group, int index, bool tracksFree)
    {
        (Index, Group) = (index, group);
        HandsBack = group.ShiftEnd == ShiftEnd.HandBack;
        var most = Math.Max(1, group.Staff.Most);
        this.tracksFree = tracksFree;
        freeSince = new double[tracksFree ? most : 0];
        Chats = group.ChatsAtOnce > 1 ? new ChatSeats(most, group.ChatsAtOnce) : null;
        Target = group.Staff.Change(0).Agents;
        for (var i = 0; i < Target; i++)
            AddFree(0);
    }

    public readonly int Index;
    public readonly SkillGroup Group;
    public readonly bool HandsBack;
    public readonly ChatSeats? Chats;

    /// <summary>Live queues in the order a freed person takes them, those of equal priority together; filled in once the types exist.</summary>
    public TypeDesk[][] LiveOrder = [];

    /// <summary>Types whose callbacks are made when no live queue has anyone.</summary>
    public TypeDesk[] Callbacks = [];

    /// <summary>Queues of work that waits for its turn, after everything else.</summary>
    public TypeDesk[][] DeferredOrder = [];

    /// <summary>Contacts in hand that may be put aside, latest first.</summary>
    public WaitingLine Aside = new();

    /// <summary>Other contacts in hand, latest first; kept only by a group that hands back.</summary>
    public WaitingLine InHand = new();

    public int Target { get; private set; }

    public int Free { get; private set; }

    public int Busy { get; private set; }

    public int OnDuty => Free + Busy;

    /// <summary>More on duty than planned: whoever comes free goes.</summary>
    public bool Over => OnDuty > Target;

    /// <summary>Since when the longest free has been free.</summary>
    public double LongestFree => freeSince[oldest];

    public bool CanTake(TypeDesk type) =>
        Free > (type.Type.Deferrable ? Group.KeepFree : 0)
        || (Chats is not null && type.Type.Concurrent && !Over && Chats.HasRoom);

    public double NextChange() => Group.Staff.Change(++change).Time;

    public void TurnToPlan() => Target = Group.Staff.Change(change).Agents;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Flush(double now)
    {
        busyTime += Busy * (now - since);
        onDutyTime += OnDuty * (now - since);
        since = now;
    }

    public void Report(double now, Span<double> row)
    {
        Flush(now);
        row[(int)GroupCount.BusyTime] += busyTime;
        row[(int)GroupCount.OnDutyTime] += onDutyTime;
        (busyTime, onDutyTime) = (0, 0);
    }

    /// <summary>Somebody free becomes busy.</summary>
    public void Engage(double now)
    {
        Flush(now);
        RemoveLongestFree();
        Busy++;
    }

    /// <summary>Somebody busy becomes free.</summary>
    public void Release(double now)
    {
        Flush(now);
        Busy--;
        AddFree(now);
    }

    /// <summary>Somebody comes on duty.</summary>
    public void Arrive(double now)
    {
        Flush(now);
        AddFree(now);
    }

    /// <summary>Somebody free goes off duty.</summary>
    public void Depart(double now)
    {
        Flush(now);
        RemoveLongestFree();
    }

    /// <summary>Somebody busy goes off duty.</summary>
    public void DepartFromWork(double now)
    {
        Flush(now);
        Busy--;
    }

    private void AddFree(double now)
    {
        if (tracksFree)
        {
            var at = oldest + Free;
            freeSince[at < freeSince.Length ? at : at - freeSince.Length] = now;
        }
        Free++;
    }

    private void RemoveLongestFree()
    {
        Free--;
        if (tracksFree && ++oldest == freeSince.Length)
            oldest = 0;
    }
}
