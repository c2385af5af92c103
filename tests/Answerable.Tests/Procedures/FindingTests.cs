using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;

namespace Answerable.Tests.Procedures;

/// <summary>What a designer reads of every fault, word for word: which step, what is wrong, what to do, and whether it stops publishing.</summary>
public sealed class FindingTests
{
    private static readonly Step Ask = new("n1", "Ask") { Guideline = new Guideline { Approach = "Do it." } };
    private static readonly Decision Which = new("n1", "Which") { Question = "Which?", Answers = [new("a1", "This"), new("a2", "That", "n1")] };
    private static readonly Step Refund = (Step)RealCharts.Refunds.Find("n5")! with { Key = "n1", Title = "Refund" };
    private static readonly Ending Done = new("n2", "Done", Resolved: true);

    private const Role NoRole = (Role)99;

    [Fact]
    public void Of_a_sound_chart_nothing_is_said()
    {
        foreach (var node in new Node[] { Ask, Which, Refund, Done with { Key = "n1" } })
            Says(node is Ending ? new Chart([node]) : One(node));
    }

    [Fact]
    public void Of_a_step_without_a_title_its_number_is_said() =>
        Says(One(Ask with { Title = "" }), "! node.no-title n1: Number 1 has no title. Say what it is, in a few words.");

    [Fact]
    public void Of_who_does_it()
    {
        Says(One(Ask with { Who = NoRole }), "! node.nobody n1: 1 'Ask' is done by nobody. Say who does it.");
        Says(One(Ask with { Who = Role.Planner }), "! node.wrong-who n1: 1 'Ask' is given to planner, who does not handle contacts. " +
            "Choose from: agent, senior agent, team leader, manager.");
        Says(new Chart([Ask, Done with { Who = Role.Planner }]));
    }

    [Fact]
    public void Of_guidelines()
    {
        const string none = "! step.no-guideline n1: 1 'Ask' has no guideline. Write the preferred approach, what must be done, or the words to use.";
        const string noApproach = "step.no-approach n1: 1 'Ask' does not say the preferred approach.";
        Says(One(Ask with { Guideline = Guideline.Empty }), none);
        Says(One(Ask with { Guideline = new Guideline { Never = ["Argue"], Knowledge = "Much", Why = "Because" } }), none);
        Says(One(Ask with { Guideline = new Guideline { Must = ["Confirm it"] } }), noApproach);
        Says(One(Ask with { Guideline = new Guideline { Say = "Hello" } }), noApproach);
        Says(One(Ask with { Guideline = new Guideline { MustSay = "Hello" } }), noApproach);
    }

    [Fact]
    public void A_strict_step_says_why_it_may_not_be_left_out()
    {
        Says(One(Ask with { Strictness = Strictness.Strict }),
            "step.strict-without-why n1: 1 'Ask' may not be left out, but does not say why. Agents keep to what they understand.");
        Says(One(Ask with { Strictness = Strictness.Strict, Guideline = Ask.Guideline with { Why = "The law." } }));
        Says(One(Ask with { Strictness = Strictness.Optional }));
    }

    [Fact]
    public void Of_decisions()
    {
        Says(One(Which with { Question = "" }), "! decision.no-question n1: 1 'Which' asks no question. Write it as the agent is to answer it.");
        Says(One(Which with { Answers = [Which.Answers[0]] }),
            "! decision.incomplete n1: 1 'Which' has one answer. A decision needs at least two.");
        Says(One(Which with { Answers = [Which.Answers[0], new Answer("a2", "", "n1")] }),
            "! decision.no-label n1: 1 'Which' has an answer without words.");
        Says(One(Which with { Answers = [Which.Answers[0], new Answer("a2", "this", "n1")] }),
            "! decision.label-twice n1: 1 'Which' has the answer 'This' more than once.");
        Says(One(Which with { Answers = [new Answer("", ""), new Answer("", "", "n1")] }),
            "! decision.no-label n1: 1 'Which' has an answer without words.");
        Says(One(Which with { Answers = [Which.Answers[0], new Answer("a1", "That", "n1")] }),
            "! decision.key-twice n1: 1 'Which' has two answers of the key 'a1'.");
        Says(One(Which with { Answers = [Which.Answers[0], new Answer("a2", "That", "n2")] }),
            "decision.all-alike n1: All answers of 1 'Which' lead to the same place. It decides nothing.");
        Says(new Chart([Ask with { Next = "n3" }, Which with { Key = "n2", Answers = [] }, Done with { Key = "n3" }]),
            "! chart.dead-step n2: 2 'Which' can never be reached. Lead something to it, or remove it.",
            "! decision.incomplete n2: 2 'Which' has no answer. A decision needs at least two.");
    }

    [Fact]
    public void Of_facts_to_note_down()
    {
        Says(Noting(new Field("", "Postcode", FieldType.Text) { Personal = true }),
            "! field.no-name n1: A field of 1 'Ask' has no name. Name it, so that later steps can refer to it.");
        Says(Noting(new Field("postcode", "", FieldType.Text) { Personal = true }),
            "! field.no-label n1: The field 'postcode' of 1 'Ask' has no label for the agent to read.");
        Says(Noting(new Field("why", "Reason", FieldType.Choice) { Choices = ["One", "One"] }),
            "! field.no-choice n1: The field 'Reason' of 1 'Ask' is a choice between fewer than two things.");
        Says(Noting(new Field("why", "Reason", FieldType.Choice) { Choices = ["One", "Two"] }));
        Says(Noting(new Field("a", "A", FieldType.Text) { Personal = true }, new Field("a", "B", FieldType.Text) { Personal = true }),
            "! field.name-twice n1: 1 'Ask' has the field 'a' more than once.");
        const string noName = "! field.no-name n1: A field of 1 'Ask' has no name. Name it, so that later steps can refer to it.";
        Says(Noting(new Field("", "A", FieldType.Text) { Personal = true }, new Field("", "B", FieldType.Text) { Personal = true }), noName, noName);
    }

    [Theory]
    [InlineData("Card number")]
    [InlineData("The security code on the back")]
    [InlineData("CVV")]
    [InlineData("Cvc")]
    [InlineData("Long number")]
    public void Of_card_details(string label) =>
        Says(Noting(new Field("card", label, FieldType.Text) { Personal = true }),
            $"! field.card n1: The field '{label}' of 1 'Ask' asks for card details. They are masked and never kept: take the " +
                "payment in the payment system.");

    [Fact]
    public void Of_a_fact_that_changes_its_type_on_the_way()
    {
        Says(Twice(new Field("sum", "Sum", FieldType.Money), new Field("sum", "Sum", FieldType.LongText) { Personal = true }),
            "! field.other-type n2: The field 'sum' is long text in 2 'Ask again', but money in 1 'Ask'. Give it one type, or another name.");
        Says(Twice(new Field("sum", "Sum", FieldType.Money), new Field("sum", "Total", FieldType.Money)));
        Says(Twice(new Field("sum", "Sum", FieldType.Money), new Field("total", "Total", FieldType.Number)));
        Says(Twice(new Field("", "Sum", FieldType.Money), new Field("", "Total", FieldType.Number)),
            "! field.no-name n1: A field of 1 'Ask' has no name. Name it, so that later steps can refer to it.",
            "! field.no-name n2: A field of 2 'Ask again' has no name. Name it, so that later steps can refer to it.");
    }

    [Fact]
    public void Of_authority()
    {
        Says(One(Refund with { Authority = new AuthorityDemand("gifts", "amount") }),
            "! authority.unknown-kind n1: 1 'Refund' demands authority for 'gifts', which is not a kind of decision here. " +
            "Choose one, or add it to the authority matrix.");
        const string noAmount =
            "! authority.no-amount n1: 1 'Refund' demands authority for refund, a matter of money, but no money field of the step says how much.";
        Says(One(Refund with { Fields = [] }), noAmount);
        Says(One(Refund with { Authority = new AuthorityDemand("refund") }), noAmount);
        Says(One(Refund with { Fields = [Refund.Fields[0] with { Required = false }] }), "! authority.amount-optional n1: The amount of 1 'Refund' " +
            "may be left empty, and then no limit can be held to it. Make the field required.");
        Says(One(Refund with { Referral = null }), "! authority.no-route n1: 1 'Refund' demands authority but has no referral point. " +
            "Whoever lacks it would be stuck: say to whom it goes.");
        Says(One(Refund with { Referral = null, Who = Role.Manager }));
        Says(One(Refund with { Fields = [new Field("bill", "Bill", FieldType.Text) { Personal = true }, .. Refund.Fields] }));
    }

    [Fact]
    public void Of_referrals()
    {
        var point = new ReferralPoint(Role.TeamLeader, 1, "Over the limit.", "One moment.");
        Says(One(Ask with { Referral = point }));
        Says(One(Ask with { Referral = point with { To = Role.Verifier } }), "! referral.wrong-role n1: 1 'Ask' refers to verifier, who takes no " +
            "referrals. Choose from: senior agent, team leader, manager.");
        Says(One(Ask with { Who = Role.TeamLeader, Referral = point }),
            "! referral.not-higher n1: 1 'Ask' is done by team leader and refers to team leader, whose authority is no greater. Refer higher.");
        Says(One(Ask with { Referral = point with { WithinMinutes = 0 } }),
            "! referral.no-time n1: 1 'Ask' promises no time for the answer to a referral. Say within how many minutes.");
        Says(One(Ask with { Referral = new ReferralPoint(Role.Manager) }),
            "referral.no-when n1: 1 'Ask' does not say when to refer.",
            "referral.untold n1: 1 'Ask' does not say what to tell the customer when it is referred.");
    }

    private static Chart One(Node node) => new([node, Done]);

    private static Chart Noting(params Field[] fields) => One(Ask with { Fields = fields });

    private static Chart Twice(Field first, Field then) => new(
    [
        Ask with { Fields = [first] }, Ask with { Key = "n2", Title = "Ask again", Fields = [then] }, Done with { Key = "n3" },
    ]);

    private static void Says(Chart chart, params string[] findings) =>
        Assert.Equal(findings, ChartChecks.Of(chart, RealCharts.Kinds).Select(InOneLine));

    internal static string InOneLine(Finding finding) =>
        $"{(finding.Blocks ? "! " : "")}{finding.Code} {finding.Key ?? "-"}: {finding.Sentence}";
}
