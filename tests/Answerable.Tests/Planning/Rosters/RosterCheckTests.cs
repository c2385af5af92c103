using Answerable.Analysis.Planning.Rosters;

namespace Answerable.Tests.Planning.Rosters;

public sealed class RosterCheckTests
{
    private static readonly RosterProblem Problem = new(
        Days: 7,
        Shifts: [new("E", 480, []), new("L", 480, ["E"])],
        People: [new("Ann", new(960, 1920, 2, 3, 2, 0, [7, 1]), [0])],
        Requests: [new(0, 1, 0, Wanted: true, 4), new(0, 2, 0, Wanted: false, 9)],
        Cover: [new(1, 0, 2, 100, 1), new(3, 0, 0, 100, 7)]);

    private static RosterVerdict Judge(string days) =>
        RosterCheck.Judge(Problem, new([[.. days.Select(day => day switch { 'E' => 0, 'L' => 1, _ => Roster.Off })]]));

    [Fact]
    public void Costs_are_those_of_requests_and_of_people_short_and_over()
    {
        var verdict = Judge("-EEE---");
        Assert.True(verdict.Feasible, string.Join(' ', verdict.Breaches));
        Assert.Equal((9, 100, 7, 116), (verdict.RequestCost, verdict.UnderCost, verdict.OverCost, verdict.Cost));
    }

    [Theory]
    [InlineData("EEE----", "Ann works on day 0, a day off.")]
    [InlineData("-ELE---", "Ann works E on day 3 after L.")]
    [InlineData("-EEEE--", "Ann works 4 days in a row from day 1.")]
    [InlineData("-E---EE", "Ann works only 1 day in a row from day 1.")]
    [InlineData("-EE-EE-", "Ann has only 1 day off in a row from day 3.")]
    [InlineData("-EELL--", "Ann works L more than 1 time.")]
    [InlineData("-EE--EE", "Ann works 1 weekend, more than 0.")]
    [InlineData("------E", "Ann works 480 minutes, not 960 to 1920.")]
    public void Each_hard_rule_broken_is_said_in_a_sentence(string days, string sentence) =>
        Assert.Contains(sentence, Judge(days).Breaches);

    [Fact]
    public void A_run_that_may_go_on_beyond_the_horizon_is_not_too_short() =>
        Assert.DoesNotContain(Judge("-EE---E").Breaches, sentence => sentence.Contains("only 1 day in a row", StringComparison.Ordinal));
}
