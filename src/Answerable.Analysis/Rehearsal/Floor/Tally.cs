namespace Answerable.Analysis.Rehearsal;

/// <summary>What is counted for each contact type. Times are seconds; counts and times fall in the window in which they end.</summary>
public enum TypeCount
{
    /// <summary>First attempts, not redials, repeats or referrals.</summary>
    Originals,
    Attempts,

    /// <summary>Attempts that met an engaged tone.</summary>
    Blocked,

    /// <summary>Attempts that found nobody free.</summary>
    FoundBusy,
    Answered,
    AnsweredInTarget,
    Abandoned,
    AbandonedInTarget,
    AbandonedShort,
    CallbacksAccepted,
    CallbacksMade,
    CallbackDelay,
    Redials,
    Repeats,
    ReferredIn,
    Completed,
    HandlingTime,

    /// <summary>Time waited live, whether answered or given up.</summary>
    Waited,
    WaitedByAnswered,

    /// <summary>Time integral of the live queue's length.</summary>
    QueueTime,
    CallbackQueueTime,

    /// <summary>Time integral of the number between giving up and redialling.</summary>
    OrbitTime,
    Interrupted
}

/// <summary>What is counted for each skill group, in person-seconds and contacts.</summary>
public enum GroupCount
{
    BusyTime,
    OnDutyTime,
    Contacts
}

/// <summary>Everything counted in one window of one run; tallies of the same scenario add up.</summary>
public sealed class Tally
{
    internal const int TypeWidth = (int)TypeCount.Interrupted + 1;
    internal const int GroupWidth = (int)GroupCount.Contacts + 1;

    internal readonly double[] TypeRows;
    internal readonly double[] GroupRows;

    public Tally(int types, int groups)
    {
        TypeRows = new double[types * TypeWidth];
        GroupRows = new double[groups * GroupWidth];
        (Types, Groups) = (types, groups);
    }

    /// <summary>Length of the window in seconds.</summary>
    public double Seconds { get; internal set; }

    public int Types { get; }

    public int Groups { get; }

    public double this[int type, TypeCount count] => TypeRows[type * TypeWidth + (int)count];

    public double this[int group, GroupCount count] => GroupRows[group * GroupWidth + (int)count];

    /// <summary>A count over all types.</summary>
    public double All(TypeCount count) => Enumerable.Range(0, Types).Sum(type => this[type, count]);

    /// <summary>A count over all groups.</summary>
    public double All(GroupCount count) => Enumerable.Range(0, Groups).Sum(group => this[group, count]);

    public void Add(Tally other)
    {
        for (var i = 0; i < TypeRows.Length; i++)
            TypeRows[i] += other.TypeRows[i];
        for (var i = 0; i < GroupRows.Length; i++)
            GroupRows[i] += other.GroupRows[i];
        Seconds += other.Seconds;
    }

    internal void Clear()
    {
        Array.Clear(TypeRows);
        Array.Clear(GroupRows);
        Seconds = 0;
    }

    internal Tally Copy()
    {
        var copy = new Tally(Types, Groups);
        copy.Add(this);
        return copy;
    }
}
