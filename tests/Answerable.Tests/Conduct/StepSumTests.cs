using Answerable.Analysis.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests.Conduct;

public sealed class StepSumTests
{
    private static readonly PersonId Ann = new(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    private static readonly DateTimeOffset At = new(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_each_fact_says_of_its_step()
    {
        var sum = new StepSum((_, _) => Role.Agent);
        foreach (var fact in new WalkFact[]
        {
            new StepDone("a", 1_500, Ann, [], false, "b"), new DecisionAnswered("b", "yes", "Yes", 2_000, Ann, "c"),
                new WentBack("c", "b", 9_000, Ann),
            new DecisionAnswered("b", "no", "No", 500, Ann, "d"), new StepSkipped("d", SkipReason.Other, null, 7_000, Ann, "e"),
            new WalkReferred("e", default, null, null, Ann), new WalkHeld(Ann), new WalkRetrieved(Ann),
                new WalkFinished("e", "Settled", true, 3_000, Ann),
        })
            Add(sum, fact);
        Assert.Equal(
            """
            Live|p/1|a|Agent|Phone: steps.taken=1 steps.time-ms=1500 steps.times=2x1
            Live|p/1|b|Agent|Phone: steps.taken=2 steps.gone-back-on=1 steps.time-ms=2500 steps.times=1x1,2x1
            Live|p/1|d|Agent|Phone: steps.left-out=1
            Live|p/1|e|Agent|Phone: steps.taken=1 steps.referred=1 steps.time-ms=3000 steps.times=3x1
            """.ReplaceLineEndings("\n"), Text(sum));
    }

    [Fact]
    public void A_contact_broken_off_takes_no_step_and_a_role_not_known_is_none()
    {
        var sum = new StepSum((_, _) => null);
        Add(sum, new WalkBrokenOff("c", BreakOffReason.CustomerLeft, false, 4_000, Ann));
        Assert.Equal("Live|p/1|c||Phone: steps.broken-off=1", Text(sum));
    }

    private static void Add(StepSum sum, WalkFact fact)
    {
        if (StepSum.Of(fact) is { } said)
            sum.Add("p/1", Channel.Phone, FactKind.Live, At, said);
    }

    private static string Text(StepSum sum) => string.Join('\n', sum.Cells.Select(pair => $"{pair.Key}: {pair.Value}").Order(StringComparer.Ordinal));
}
