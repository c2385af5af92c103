using Answerable.Analysis.Rehearsal;
using Answerable.Model.Contacts;
using Answerable.Simulation.Distributions;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Rehearsal;

/// <summary>What each ability of the centre means, told by small centres whose figures must relate exactly or nearly so.</summary>
public class CentreStoryTests
{
    private const double Day = 86_400;

    private static ContactType Calls(double perHour = 120) =>
        ContactType.ByPhone("calls").Arriving(perHour).TakingOnAverage(180).WaitingOnAverage(120);

    private static Tally Run(Scenario scenario, double seconds = 10 * Day, bool timely = false)
    {
        var centre = new Centre(scenario, new StreamSource(5), 0, timely);
        centre.RunUntil(seconds);
        return centre.EndWindow(seconds);
    }

    private static double[] Live(Tally tally) =>
        [.. new[] { TypeCount.Attempts, TypeCount.FoundBusy, TypeCount.Answered, TypeCount.AnsweredInTarget, TypeCount.Abandoned,
            TypeCount.Completed }.Select(c => tally[0, c])];

    [Fact]
    public void Written_work_that_can_be_put_aside_never_makes_a_caller_wait()
    {
        var alone = Scenario.Named("alone").With(Calls()).With(SkillGroup.Of("agents", 7).Serving("calls"));
        var email = ContactType.Written("email").Arriving(15).TakingOnAverage(240) with { Interruptible = true };
        var both = Scenario.Named("both").With(Calls(), email).With(SkillGroup.Of("agents", 7).Serving("calls").Serving("email"));
        var (without, with) = (Run(alone), Run(both));
        Assert.Equal(Live(without), Live(with));
        Assert.True(with[1, TypeCount.Interrupted] > 100);
        Assert.InRange(with[1, TypeCount.Completed] / with[1, TypeCount.Attempts], 0.98, 1);
    }

    [Fact]
    public void Written_work_waits_until_enough_people_are_free()
    {
        var email = ContactType.Written("email").Arriving(15).TakingOnAverage(240);
        Scenario Keeping(int free) => Scenario.Named("keeping").With(Calls(), email)
            .With(SkillGroup.Of("agents", 9).Serving("calls").Serving("email") with { KeepFree = free });
        Assert.InRange(Run(Keeping(2))[0, TypeCount.FoundBusy] / Run(Keeping(0))[0, TypeCount.FoundBusy], 0, 0.92);
        Assert.Equal(0, Run(Keeping(9))[1, TypeCount.Answered]);
    }

    [Fact]
    public void Five_people_with_two_chats_each_answer_as_ten_with_one()
    {
        var chats = Calls(150) with { Channel = ContactType.Chat };
        var five = Run(Scenario.Named("five").With(chats).With(SkillGroup.Of("chat", 5).Serving("calls").HandlingChats(2)));
        var ten = Run(Scenario.Named("ten").With(chats).With(SkillGroup.Of("chat", 10).Serving("calls")));
        Assert.Equal(Live(ten), Live(five));
        Assert.True(five[0, GroupCount.BusyTime] < ten[0, GroupCount.BusyTime]);
    }

    [Fact]
    public void Chats_take_longer_for_who_has_several()
    {
        var chats = Calls(100) with { Channel = ContactType.Chat };
        Tally With(params double[] slowdown) =>
            Run(Scenario.Named("slow").With(chats).With(SkillGroup.Of("chat", 5).Serving("calls").HandlingChats(2, slowdown)));
        var (plain, slow) = (With(1, 1), With(1, 1.5));
        Assert.InRange(slow[0, TypeCount.HandlingTime] / slow[0, TypeCount.Completed], 1.05 * 180, 1.5 * 180);
        Assert.InRange(plain[0, TypeCount.HandlingTime] / plain[0, TypeCount.Completed], 175, 185);
    }

    [Fact]
    public void A_call_takes_the_whole_of_somebody_who_also_chats()
    {
        var scenario = Scenario.Named("blended")
            .With(Calls(60), ContactType.ByChat("chats").Arriving(60).TakingOnAverage(180).WaitingOnAverage(120))
            .With(SkillGroup.Of("blended", 6).Serving("calls").Serving("chats").HandlingChats(3));
        var day = Run(scenario);
        Assert.InRange(day[0, GroupCount.BusyTime], day[0, TypeCount.HandlingTime], 6 * 10 * Day);
        Assert.True(day[0, GroupCount.BusyTime] < 0.9 * (day[0, TypeCount.HandlingTime] + day[1, TypeCount.HandlingTime]));
    }

    [Fact]
    public void Work_goes_to_whoever_has_been_free_longest_and_otherwise_to_the_preferred()
    {
        var first = SkillGroup.Of("first", 3).Serving("calls");
        var equal = Run(Scenario.Named("equal").With(Calls(60)).With(first, SkillGroup.Of("second", 3).Serving("calls")));
        var preferred = Run(Scenario.Named("preferred").With(Calls(60)).With(first, SkillGroup.Of("second", 3).Serving("calls", preference: 2)));
        Assert.InRange(equal[0, GroupCount.Contacts] / equal[1, GroupCount.Contacts], 0.97, 1.03);
        Assert.True(preferred[0, GroupCount.Contacts] > 1.5 * preferred[1, GroupCount.Contacts]);
        Assert.Equal(Live(equal), Live(preferred));
    }

    [Fact]
    public void Types_of_equal_priority_are_one_queue_by_longest_wait()
    {
        ContactType Half(string name) => Calls(60) with { Name = name };
        var split = Scenario.Named("split").With(Half("a"), Half("b"));
        var together = Run(split.With(SkillGroup.Of("agents", 7).ServingTogether("a", "b")), 40 * Day);
        var inTurn = Run(split.With(SkillGroup.Of("agents", 7).Serving("a").Serving("b")), 40 * Day);
        Assert.InRange(together[0, TypeCount.Waited] / together[1, TypeCount.Waited], 0.9, 1.1);
        Assert.True(inTurn[0, TypeCount.Waited] < 0.8 * inTurn[1, TypeCount.Waited]);
    }

    [Fact]
    public void An_unresolved_matter_comes_back_until_it_is_resolved()
    {
        var day = Run(Scenario.Named("repeats").With(Calls().Repeating(0.25, afterOnAverage: 3600))
            .With(SkillGroup.Of("agents", 30).Serving("calls")), 40 * Day);
        Assert.Equal(1 / 0.75, day[0, TypeCount.Attempts] / day[0, TypeCount.Originals], 0.01);
    }

    [Fact]
    public void A_second_line_gets_what_the_first_refers()
    {
        var scenario = Scenario.Named("lines")
            .With(Calls().Referring(0.2, to: "second"), ContactType.ByPhone("second").TakingOnAverage(600))
            .With(SkillGroup.Of("first line", 9).Serving("calls"), SkillGroup.Of("second line", 8).Serving("second"));
        var day = Run(scenario);
        Assert.Equal(0.2, day[1, TypeCount.ReferredIn] / day[0, TypeCount.Completed], 0.01);
        Assert.Equal(day[1, TypeCount.ReferredIn], day[1, TypeCount.Attempts]);
        Assert.Equal(0, day[1, TypeCount.Originals]);
    }

    [Fact]
    public void Who_gives_up_on_the_phone_may_write_instead()
    {
        var calls = Calls(200) with { Redial = new ComingBack(0.6, new Exponential(300), As: "email") };
        var scenario = Scenario.Named("writes instead").With(calls, ContactType.Written("email").TakingOnAverage(120))
            .With(SkillGroup.Of("phones", 8).Serving("calls"), SkillGroup.Of("post", 5).Serving("email"));
        var day = Run(scenario);
        Assert.Equal(0.6, day[0, TypeCount.Redials] / day[0, TypeCount.Abandoned], 0.03);
        Assert.Equal(day[0, TypeCount.Originals], day[0, TypeCount.Attempts]);
        Assert.InRange(day[1, TypeCount.Attempts], 0.98 * day[0, TypeCount.Redials], day[0, TypeCount.Redials]);
    }

    [Fact]
    public void A_contact_handed_back_at_the_shifts_end_is_resumed_where_it_was_left()
    {
        var calls = ContactType.ByPhone("calls").Arriving([30, 0, 0, 0], everyMinutes: 60).Taking(new Deterministic(900));
        var plan = StaffPlan.EachInterval([6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2, 6, 2], minutes: 10);
        var day = Run(Scenario.Named("hand back").With(calls)
            .With(SkillGroup.Of("agents", plan).Serving("calls") with { ShiftEnd = ShiftEnd.HandBack }));
        Assert.True(day[0, TypeCount.Interrupted] > 100);
        Assert.Equal(day[0, TypeCount.Attempts], day[0, TypeCount.Completed]);
        Assert.Equal(900 * day[0, TypeCount.Completed], day[0, TypeCount.HandlingTime], 1e-3);
        Assert.Equal(day[0, TypeCount.HandlingTime], day[0, GroupCount.BusyTime], 1e-3);
    }

    [Fact]
    public void Callers_wait_for_nobody_while_the_centre_is_shut_and_are_answered_when_it_opens()
    {
        var calls = ContactType.ByPhone("calls").Arriving(10).TakingOnAverage(60);
        var plan = StaffPlan.EachInterval([0, 10], minutes: 60);
        var day = Run(Scenario.Named("shut").With(calls).With(SkillGroup.Of("agents", plan).Serving("calls")));
        Assert.Equal(0.5, day[0, TypeCount.FoundBusy] / day[0, TypeCount.Attempts], 0.05);
        Assert.InRange(day[0, TypeCount.Waited] / day[0, TypeCount.FoundBusy], 1700, 1950);
    }
}
