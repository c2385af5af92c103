using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Comparison;

namespace Answerable.Tests.Procedures;

/// <summary>What a reader of two versions side by side sees of each part of a step, a decision and an ending.</summary>
public sealed class NodePartsTests
{
    private static readonly Step Full = new("n1", "Refund it", Role.SeniorAgent, "n3")
    {
        Guideline = new Guideline
        {
            Approach = "Compare.",
            Must = ["Confirm", "Note"],
            Never = ["Argue", "Guess"],
            Say = "I refund it.",
            MustSay = "Calls are recorded.",
            Knowledge = "Tariffs.",
            Why = "The law.",
        },
        Fields =
        [
            new Field("amount", "Refund", FieldType.Money, Required: true),
            new Field("reason", "Reason", FieldType.Choice) { Personal = true, Choices = ["Late", "Lost"] },
        ],
        Strictness = Strictness.Strict,
        Authority = new AuthorityDemand("refund", "amount"),
        Referral = new ReferralPoint(Role.TeamLeader, 20, "Over the limit.", "One moment."),
    };

    [Fact]
    public void Every_part_of_a_step_is_named_and_shown_as_it_was_and_is() => Assert.Equal(
    [
        "Title: Ask -> Refund it",
        "Who: Agent -> Senior agent",
        "Approach:  -> Compare.",
        "Must:  -> Confirm/Note",
        "Never:  -> Argue/Guess",
        "Words to use:  -> I refund it.",
        "Must say:  -> Calls are recorded.",
        "Knowledge:  -> Tariffs.",
        "Why:  -> The law.",
        "Fields:  -> Refund (amount, money, required)/Reason (reason, choice, personal: Late / Lost)",
        "Strictness: Advised: leaving it out asks for a reason -> Strict: may not be left out",
        "Authority:  -> refund, amount in amount",
        "Referral:  -> To team leader within 20 minutes. Over the limit. One moment.",
        "Leads to: the step below -> 'Done'",
    ], Differ(new Step("n1", "Ask"), Full));

    [Fact]
    public void An_authority_without_an_amount_and_a_referral_without_words_are_shown_short() => Assert.Equal(
        ["Authority:  -> exception", "Referral:  -> To manager within 15 minutes."],
        Differ(new Step("n1", "Ask"), new Step("n1", "Ask")
        { Authority = new AuthorityDemand("exception"), Referral = new ReferralPoint(Role.Manager) }));

    [Fact]
    public void Every_part_of_a_decision_is_named_and_shown_as_it_was_and_is() => Assert.Equal(
        ["Question:  -> Is it so?", "Hint:  -> See the bill.", "Answers:  -> Yes: the step below/No: 'Done'/Perhaps: 'n9'"],
        Differ(new Decision("n1", "Ask"), new Decision("n1", "Ask")
        {
            Question = "Is it so?",
            Hint = "See the bill.",
            Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n3"), new Answer("a3", "Perhaps", "n9")],
        }));

    [Fact]
    public void Every_part_of_an_ending_is_named_and_shown_as_it_was_and_is()
    {
        Assert.Equal(["Outcome: Resolved -> Not resolved", "After the contact:  -> Send the letter."],
            Differ(new Ending("n1", "End", Resolved: true), new Ending("n1", "End", Resolved: false) { AfterContact = "Send the letter." }));
        Assert.Equal(["Outcome: Not resolved -> Resolved"],
            Differ(new Ending("n1", "End", Resolved: false), new Ending("n1", "End", Resolved: true)));
    }

    [Fact]
    public void What_became_another_kind_of_node_shows_the_parts_it_lost_and_gained() => Assert.Equal(
        ["Approach: Compare. -> ", "Strictness: Advised: leaving it out asks for a reason -> ",
            "Leads to: the step below -> ", "Outcome:  -> Resolved"],
        Differ(new Step("n1", "Ask") { Guideline = new Guideline { Approach = "Compare." } }, new Ending("n1", "Ask", Resolved: true)));

    [Fact]
    public void A_way_is_the_same_while_its_target_is_whatever_its_title()
    {
        var (before, after) = (Chart(new Step("n1", "Ask", Next: "n3"), "Done"), Chart(new Step("n1", "Ask", Next: "n3"), "All done"));
        Assert.Equal(["n3"], ChartComparison.Of(before, after).Select(change => change.Key));

        var other = Chart(new Step("n1", "Ask", Next: "n2"), "Done");
        Assert.Equal(new PartChange("Leads to", "'Done'", "'Next'"), ChartComparison.Of(before, other).Single().Parts.Single());
    }

    [Fact]
    public void A_change_says_which_numbers_the_step_had_and_has()
    {
        var before = new Chart([new Step("n1", "One"), new Step("n2", "Two"), new Step("n3", "Three"), new Ending("n4", "End", true)]);
        var after = new Chart([new Step("n5", "New"), new Step("n3", "Three!"), new Step("n2", "Two!"), new Ending("n4", "End", true)]);

        Assert.Equal(["n5 'New' 0-1 Added", "n3 'Three!' 3-2 Changed", "n2 'Two!' 2-3 Moved and changed", "n1 'One' 1-0 Removed"],
            ChartComparison.Of(before, after)
                .Select(change => $"{change.Key} '{change.Title}' {change.NumberBefore}-{change.NumberAfter} {change.Words}"));
    }

    [Fact]
    public void The_fewest_steps_are_called_moved()
    {
        var before = Run(1, 2, 3, 4, 5, 6);
        Assert.Equal(["n5", "n6"], Moved(before, Run(5, 6, 1, 2, 3, 4)));
        Assert.Equal(["n1"], Moved(before, Run(2, 3, 4, 5, 6, 1)));
        Assert.Equal(["n3", "n2"], Moved(before, Run(1, 4, 3, 2, 5, 6)));
        Assert.Empty(Moved(before, before));
        Assert.Empty(Moved(before, Run()));
        Assert.Empty(Moved(before, Run(7, 1, 2, 8, 3, 4, 5, 6, 9)));
    }

    [Fact]
    public void Of_two_that_changed_places_the_one_now_below_is_called_moved()
    {
        Assert.Equal(["n1"], Moved(Run(1, 2), Run(2, 1)));
        Assert.Equal(["n2", "n1"], Moved(Run(1, 2, 3), Run(3, 2, 1)));
    }

    private static Chart Run(params int[] numbers) => new([.. numbers.Select(number => new Step($"n{number}", $"Step {number}"))]);

    private static IEnumerable<string> Moved(Chart before, Chart after) =>
        ChartComparison.Of(before, after).Where(change => change.Moved).Select(change => change.Key);

    private static Chart Chart(Node node, string end) => new([node, new Step("n2", "Next"), new Ending("n3", end, Resolved: true)]);

    private static IEnumerable<string> Differ(Node before, Node after) => ChartComparison
        .Parts(Chart(before, "Done"), before, Chart(after, "Done"), after)
        .Select(part => $"{part.What}: {part.Before} -> {part.After}".Replace('\n', '/'));
}
