using Answerable.Analysis.Rehearsal;
using Answerable.Model.Contacts;
using Answerable.Simulation.Distributions;
using Answerable.Simulation.Replications;
using Answerable.Simulation.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Rehearsal;

public class CentrePropertyTests
{
    private const double Length = 2 * 86_400;

    private static readonly Arbitrary<int> Any = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void No_contact_is_lost_or_doubled_in_any_centre() => Holds(200, (scenario, centre, tally) =>
    {
        var inside = tally.All(TypeCount.Attempts) - tally.All(TypeCount.Blocked) - tally.All(TypeCount.Abandoned) - tally.All(TypeCount.Completed);
        var waiting = Enumerable.Range(0, scenario.Types.Count).Sum(t => centre.Waiting(t) + centre.CallbacksWaiting(t));
        var busy = Enumerable.Range(0, scenario.Groups.Count).Sum(centre.Busy);
        var most = scenario.Groups.Select((g, i) => centre.Busy(i) * g.ChatsAtOnce).Sum();
        return inside - waiting >= busy && inside - waiting <= most;
    });

    [Fact]
    public void Nobody_waits_live_while_somebody_who_could_answer_is_free() => Holds(200, (scenario, centre, _) =>
        scenario.Types.Select((type, t) => (type, t)).All(x => x.type.Deferrable || centre.Waiting(x.t) == 0
            || scenario.Groups.Select((group, g) => (group, g)).Where(y => y.group.Serves.Any(s => s.Type == x.type.Name))
                .All(y => centre.Busy(y.g) == centre.OnDuty(y.g))));

    [Fact]
    public void Time_is_accounted_for_in_any_centre() => Holds(200, (scenario, _, tally) =>
        Enumerable.Range(0, scenario.Types.Count).All(t => Counts(tally, t).All(c => c >= 0)
            && tally[t, TypeCount.AnsweredInTarget] <= tally[t, TypeCount.Answered]
            && tally[t, TypeCount.QueueTime] >= tally[t, TypeCount.Waited] - 1e-6)
        && Enumerable.Range(0, scenario.Groups.Count).All(g =>
            tally[g, GroupCount.BusyTime] <= tally[g, GroupCount.OnDutyTime] + 1e-6
            && (scenario.Groups[g].ShiftEnd == ShiftEnd.Finish || Math.Abs(tally[g, GroupCount.OnDutyTime] - Planned(scenario.Groups[g])) < 1e-3)));

    [Fact]
    public void Finding_out_late_who_gave_up_changes_no_figure() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Any, seed =>
    {
        var scenario = AnyCentre(seed);
        var (late, timely) = (Run(scenario, seed, timely: false).Tally, Run(scenario, seed, timely: true).Tally);
        return Enumerable.Range(0, scenario.Types.Count)
            .All(t => Counts(late, t).Zip(Counts(timely, t), (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, a)).All(same => same));
    }));

    [Fact]
    public void More_people_never_worsen_service() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(Gen.Choose(2, 14).ToArbitrary(), agents =>
        GivenUp(agents + 1) <= GivenUp(agents)));

    [Fact]
    public void One_queue_never_serves_worse_than_two() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10), Prop.ForAll(Gen.Choose(3, 9).ToArbitrary(), agents =>
        GivenUp(2 * agents, perHour: 160) <= GivenUp(agents, perHour: 80)));

    [Fact]
    public void Nothing_is_allocated_in_the_loop()
    {
        var scenario = Scenario.Named("two groups")
            .With(ContactType.ByPhone("a").Arriving(200).TakingOnAverage(180).WaitingOnAverage(120).Redialling(0.3, 600).Repeating(0.1, 3600),
                ContactType.ByPhone("b").Arriving(100).Taking(Lognormal.WithMean(200, 1)).WaitingOnAverage(200))
            .With(SkillGroup.Of("one", 10).Serving("a").Serving("b", 2), SkillGroup.Of("two", 6).Serving("b").Serving("a", 2));
        var centre = new Centre(scenario, new StreamSource(1), 0);
        var cancellation = TestContext.Current.CancellationToken;
        centre.RunUntil(20 * 86_400, cancellation);
        var before = GC.GetAllocatedBytesForCurrentThread();
        centre.RunUntil(40 * 86_400, cancellation);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_flood_nobody_could_ever_answer_is_refused_in_words()
    {
        var scenario = Scenario.Named("flood").Lasting(hours: 1)
            .With(ContactType.ByPhone("calls").Arriving(perHour: 4_000_000)).With(SkillGroup.Of("agents", 1).Serving("calls"));
        Assert.Null(RehearsalStudy.Run(scenario, 1, 2, new ReplicationPlan(), out var problem));
        Assert.Contains("more comes in than the people planned can ever handle", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_can_be_stopped_within_a_run()
    {
        // Two hundred and eighty million calls: minutes of work, however late the stop comes on a busy machine.
        var scenario = (Scenario.Named("long").Lasting(hours: 280_000) with { Interval = 1e8 })
            .With(ContactType.ByPhone("calls").Arriving(perHour: 1_000).TakingOnAverage(180)).With(SkillGroup.Of("agents", 100).Serving("calls"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            RehearsalStudy.Run(scenario, 1, 2, new ReplicationPlan(1, Cancellation: stop.Token), out _));
    }

    private static double GivenUp(int agents, double perHour = 100)
    {
        var scenario = Scenario.Named("size").With(ContactType.ByPhone("calls").Arriving(perHour).TakingOnAverage(180).WaitingOnAverage(120))
            .With(SkillGroup.Of("agents", agents).Serving("calls"));
        var runs = new ReplicationPlan(1).Run(0, 4, (number, _) => Run(scenario, number, timely: false).Tally);
        return runs.Sum(r => r.All(TypeCount.Abandoned)) / runs.Sum(r => r.All(TypeCount.Attempts));
    }

    private static void Holds(int times, Func<Scenario, Centre, Tally, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Any, seed =>
        {
            var scenario = AnyCentre(seed);
            Assert.Empty(ScenarioRules.Problems(scenario));
            var (centre, tally) = Run(scenario, seed, timely: false);
            return property(scenario, centre, tally);
        }));

    private static (Centre Centre, Tally Tally) Run(Scenario scenario, int seed, bool timely)
    {
        var centre = new Centre(scenario, new StreamSource(seed), 0, timely);
        centre.RunUntil(Length);
        return (centre, centre.EndWindow(Length));
    }

    private static IEnumerable<double> Counts(Tally tally, int type) => Enum.GetValues<TypeCount>().Select(c => tally[type, c]);

    private static double Planned(SkillGroup group) => group.Staff.Counts.Count == 1
        ? group.Staff.Counts[0] * Length
        : Enumerable.Range(0, (int)(Length / 3600))
            .Sum(h => 3600.0 * group.Staff.Counts[group.Staff.Times.ToList().FindLastIndex(t => t <= h % (group.Staff.Cycle / 3600) * 3600)]);

    /// <summary>A centre of up to three types and groups with any mixture of abilities.</summary>
    private static Scenario AnyCentre(int seed)
    {
        var dice = new StreamSource(seed).Stream("centre", 0);
        var names = Enumerable.Range(0, 1 + dice.Below(3)).Select(i => $"type {i}").ToArray();
        var types = names.Select((name, i) => AnyType(dice, name, names[(i + 1) % names.Length])).ToArray();
        var groups = Enumerable.Range(0, 1 + dice.Below(3)).Select(g => AnyGroup(dice, $"group {g}", names, g)).ToArray();
        var scenario = Scenario.Named("any").Lasting(Length / 3600).With(types).With(groups);
        return dice.Chance(0.2) ? scenario.WithLines(5 + dice.Below(20)) : scenario;
    }

    private static ContactType AnyType(RandomStream dice, string name, string other)
    {
        var type = ContactType.ByPhone(name).Arriving([10 + dice.Below(60), dice.Below(100)], everyMinutes: 60).TakingOnAverage(60 + dice.Below(240));
        switch (dice.Below(5))
        {
            case 0:
                return type with { Deferrable = true, Interruptible = dice.Chance(0.5), Channel = "email" };
            case 1:
                return type.WaitingOnAverage(90) with { Channel = ContactType.Chat };
        }
        if (dice.Chance(0.8))
            type = type.WaitingOnAverage(30 + dice.Below(300));
        if (dice.Chance(0.3))
            type = type.Redialling(0.5, 600);
        if (dice.Chance(0.3))
            type = type.Repeating(0.2, 3600);
        if (dice.Chance(0.3))
            type = type.OfferingCallback(dice.Below(4), 0.5);
        return dice.Chance(0.3) && other != name ? type.Referring(0.2, other) : type;
    }

    private static SkillGroup AnyGroup(RandomStream dice, string name, string[] types, int number)
    {
        var staff = dice.Chance(0.5)
            ? StaffPlan.Constant(1 + dice.Below(9)) : StaffPlan.EachInterval([1 + dice.Below(9), dice.Below(9), dice.Below(9)], minutes: 60);
        var group = SkillGroup.Of(name, staff) with { KeepFree = dice.Below(3) };
        foreach (var type in types.Where(t => number == 0 || dice.Chance(0.6)).DefaultIfEmpty(types[0]))
            group = group with { Serves = [.. group.Serves, new Skill(type, 1 + dice.Below(2), 1 + dice.Below(2))] };
        return dice.Chance(0.3)
            ? group.HandlingChats(1 + dice.Below(3), 1, 1.2) : group with { ShiftEnd = dice.Chance(0.5) ? ShiftEnd.HandBack : ShiftEnd.Finish };
    }
}
