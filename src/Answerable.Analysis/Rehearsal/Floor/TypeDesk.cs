using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Distributions;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal;

/// <summary>One contact type as one run sees it: its laws with their streams, its queues and the groups it may go to.</summary>
internal sealed class TypeDesk
{
    private readonly RandomStream handling;
    private readonly RandomStream patience;
    private readonly RandomStream handlingAgain;
    private readonly RandomStream patienceAgain;

    public TypeDesk(Scenario scenario, int index, IReadOnlyList<GroupDesk> groups, StreamSource source, int replication, bool timely)
    {
        var type = scenario.Types[index];
        (Index, Type) = (index, type);
        RandomStream Stream(string purpose) => source.Stream($"{type.Name}/{purpose}", replication);
        Arrivals = new ArrivalProcess(type.Demand, Stream("arrivals"), type.Busyness, Stream("busyness"));
        handling = Stream("handling");
        patience = Stream("patience");
        handlingAgain = Stream("handling again");
        patienceAgain = Stream("patience again");
        Choices = Stream("choices");
        Timely = timely || type.Redial is not null || type.Callback is not null || scenario.Lines is not null;
        Marks = type.Interruptible ? ContactMarks.Interruptible : ContactMarks.None;
        RedialsAs = Find(scenario, type.Redial?.As, index);
        RepeatsAs = Find(scenario, type.Repeat?.As, index);
        RefersTo = Find(scenario, type.Referral?.To, index);
        FollowsUp = type.Repeat is not null || type.Referral is not null;
        Route = [.. Tiers(scenario, type.Name, groups)];
        Live = new WaitingLine();
        Callbacks = new WaitingLine();
    }

    public readonly int Index;
    public readonly ContactType Type;
    public readonly ArrivalProcess Arrivals;
    public readonly RandomStream Choices;

    /// <summary>Groups that serve this type, in tiers of equal preference.</summary>
    public readonly GroupDesk[][] Route;

    /// <summary>
    /// True when giving up must happen at its time, because something follows from it or looks at the queue's length. Otherwise whoever has
    /// given up stays in line until come upon, which gives the same figures for less work.
    /// </summary>
    public readonly bool Timely;

    public readonly ContactMarks Marks;
    public readonly int RedialsAs;
    public readonly int RepeatsAs;
    public readonly int RefersTo;
    public readonly bool FollowsUp;
    public WaitingLine Live;
    public WaitingLine Callbacks;
    public TimeWeighted Orbit;

    /// <summary>Waits of those answered who found nobody free, since the run was last told to start counting.</summary>
    public readonly WaitHistogram Waits = new();

    // Both are drawn for every arrival whether needed or not: the tenth caller is then the same person in every design compared.
    public double DrawHandling() => Type.Handling.Draw(handling);

    public double DrawPatience() => Type.Patience is { } law ? law.Draw(patience) : double.PositiveInfinity;

    public double DrawHandlingAgain() => Type.Handling.Draw(handlingAgain);

    public double DrawPatienceAgain() => Type.Patience is { } law ? law.Draw(patienceAgain) : double.PositiveInfinity;

    private static int Find(Scenario scenario, string? name, int self)
    {
        for (var i = 0; i < scenario.Types.Count; i++)
            if (scenario.Types[i].Name == name)
                return i;
        return self;
    }

    private static IEnumerable<GroupDesk[]> Tiers(Scenario scenario, string type, IReadOnlyList<GroupDesk> groups) =>
        scenario.Groups
            .SelectMany((group, g) => group.Serves.Where(skill => skill.Type == type).Select(skill => (skill.Preference, Desk: groups[g])))
            .GroupBy(served => served.Preference, served => served.Desk)
            .OrderBy(tier => tier.Key)
            .Select(tier => tier.ToArray());
}
