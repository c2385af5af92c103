using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using FsCheck;

namespace Answerable.Tests.Procedures;

public sealed class ChecksTests
{
    private static readonly Guideline Some = new() { Approach = "Do it." };

    [Fact]
    public void The_real_charts_are_sound()
    {
        Assert.DoesNotContain(ChartChecks.Of(RealCharts.MissedBin, RealCharts.Kinds), finding => finding.Blocks);
        Assert.DoesNotContain(ChartChecks.Of(RealCharts.Refunds, RealCharts.Kinds), finding => finding.Blocks);
    }

    [Fact]
    public void A_step_that_cannot_be_reached_is_found() =>
        Found("chart.dead-step", "n8", RealCharts.Refunds,
            Change<Decision>("n4", decision => decision with { Answers = [decision.Answers[0], decision.Answers[1] with { Next = "n9" }] }));

    [Fact]
    public void A_path_that_ends_in_no_ending_is_found() =>
        Found("chart.leads-nowhere", "n8", RealCharts.MissedBin, chart => Replace(chart, new Step("n8", "And then") { Guideline = Some }));

    [Fact]
    public void A_way_to_a_step_that_is_not_there_is_found() =>
        Found("chart.leads-nowhere", "n6", RealCharts.MissedBin, Change<Step>("n6", step => step with { Next = "n77" }));

    [Fact]
    public void A_circle_without_a_way_out_is_found_once_and_names_its_steps()
    {
        var chart = Change<Step>("n4", step => step with { Next = "n7" })(RealCharts.MissedBin);

        var finding = Assert.Single(ChartChecks.Of(chart, RealCharts.Kinds), finding => finding.Code == "chart.endless");
        Assert.Equal("Steps 4, 7 lead round in a circle: nobody who comes there gets out. Give one a way to an ending.", finding.Sentence);
    }

    [Fact]
    public void A_circle_with_a_way_out_is_no_fault() =>
        Assert.DoesNotContain(ChartChecks.Of(RealCharts.Refunds, RealCharts.Kinds), finding => finding.Code == "chart.endless");

    [Fact]
    public void A_decision_with_one_answer_is_found() =>
        Found("decision.incomplete", "n3", RealCharts.MissedBin,
            Change<Decision>("n3", decision => decision with { Answers = [decision.Answers[0]] }));

    [Fact]
    public void Two_answers_of_one_label_are_found() =>
        Found("decision.label-twice", "n3", RealCharts.MissedBin,
            Change<Decision>("n3", decision => decision with { Answers = [decision.Answers[0], decision.Answers[1] with { Label = "YES" }] }));

    [Fact]
    public void A_step_without_a_guideline_is_found() =>
        Found("step.no-guideline", "n6", RealCharts.MissedBin, Change<Step>("n6", step => step with { Guideline = Guideline.Empty }));

    [Fact]
    public void A_step_given_to_one_who_handles_no_contacts_is_found() =>
        Found("node.wrong-who", "n6", RealCharts.MissedBin, Change<Step>("n6", step => step with { Who = Role.Assessor }));

    [Fact]
    public void An_authority_demanded_without_a_referral_route_is_found() =>
        Found("authority.no-route", "n5", RealCharts.Refunds, Change<Step>("n5", step => step with { Referral = null }));

    [Fact]
    public void A_referral_to_no_greater_authority_is_found() =>
        Found("referral.not-higher", "n5", RealCharts.Refunds, Change<Step>("n5", step => step with { Who = Role.TeamLeader }));

    [Fact]
    public void A_referral_to_one_who_takes_none_is_found() =>
        Found("referral.wrong-role", "n5", RealCharts.Refunds,
            Change<Step>("n5", step => step with { Referral = step.Referral! with { To = Role.Verifier } }));

    [Fact]
    public void An_authority_over_money_without_a_money_field_is_found() =>
        Found("authority.no-amount", "n5", RealCharts.Refunds,
            Change<Step>("n5", step => step with { Fields = [step.Fields[0] with { Type = FieldType.Number }] }));

    [Fact]
    public void An_amount_that_may_be_left_empty_is_found() =>
        Found("authority.amount-optional", "n5", RealCharts.Refunds,
            Change<Step>("n5", step => step with { Fields = [step.Fields[0] with { Required = false }] }));

    [Fact]
    public void A_kind_of_decision_nobody_knows_is_found() =>
        Found("authority.unknown-kind", "n7", RealCharts.MissedBin,
            Change<Step>("n7", step => step with { Authority = new AuthorityDemand("generosity") }));

    [Fact]
    public void A_choice_between_fewer_than_two_things_is_found() =>
        Found("field.no-choice", "n6", RealCharts.MissedBin,
            Change<Step>("n6", step => step with { Fields = [step.Fields[0] with { Choices = ["One"] }] }));

    [Fact]
    public void A_field_that_asks_for_a_card_number_is_found() =>
        Found("field.card", "n1", RealCharts.MissedBin,
            Change<Step>("n1", step => step with { Fields = [new Field("card", "Card number", FieldType.Text)] }));

    [Fact]
    public void A_field_of_two_types_is_found() =>
        Found("field.other-type", "n5", RealCharts.Refunds,
            Change<Step>("n5", step => step with { Fields = [.. step.Fields, new Field("bill", "Bill", FieldType.Date)] }));

    [Fact]
    public void An_empty_chart_is_found() =>
        Assert.Equal("chart.empty", Assert.Single(ChartChecks.Of(Chart.Empty, [])).Code);

    [Fact]
    public void All_findings_are_gathered_in_the_order_of_the_outline()
    {
        var chart = new Chart([new Step("n1", "Loop", Next: "n1"), new Decision("n2", "Which"), new Step("n3", "Last")]);
        var findings = ChartChecks.Of(chart, []);

        Assert.Equal(findings.OrderBy(finding => finding.Key is null ? 0 : chart.NumberOf(finding.Key))
            .Select(finding => finding.Key), findings.Select(finding => finding.Key));
        Assert.Superset(
            new HashSet<string> { "chart.no-ending", "chart.endless", "chart.dead-step", "chart.leads-nowhere", "decision.incomplete",
                "decision.no-question", "step.no-guideline" },
            findings.Select(finding => finding.Code).ToHashSet());
    }

    [Fact]
    public void Where_the_checks_find_no_fault_every_walk_can_still_come_to_an_ending() =>
        Check.One(Tries.Of(100), FsCheck.Fluent.Prop.ForAll(RandomCharts.Any, chart =>
        {
            var codes = ChartChecks.Of(chart, []).Select(finding => finding.Code).ToHashSet();
            if (codes.Overlaps(["chart.endless", "chart.leads-nowhere", "decision.incomplete", "chart.no-ending"]))
                return true;
            return Reached(chart, chart.Start!.Key).All(key => Reached(chart, key).Any(end => chart.Find(end) is Ending));
        }));

    private static HashSet<string> Reached(Chart chart, string from)
    {
        var seen = new HashSet<string> { from };
        var waiting = new Stack<string>(seen);
        while (waiting.TryPop(out var key))
            foreach (var next in chart.ExitsOf(chart.Find(key)!).OfType<string>())
                if (seen.Add(next))
                    waiting.Push(next);
        return seen;
    }

    private static void Found(string code, string key, Chart sound, Func<Chart, Chart> fault)
    {
        Assert.DoesNotContain(ChartChecks.Of(sound, RealCharts.Kinds), finding => finding.Code == code);
        var finding = Assert.Single(ChartChecks.Of(fault(sound), RealCharts.Kinds), finding => finding.Code == code);
        Assert.Equal(key, finding.Key);
        Assert.True(finding.Blocks);
        Assert.EndsWith(".", finding.Sentence, StringComparison.Ordinal);
    }

    private static Func<Chart, Chart> Change<TNode>(string key, Func<TNode, Node> change) where TNode : Node =>
        chart => Replace(chart, change((TNode)chart.Find(key)!));

    private static Chart Replace(Chart chart, Node node) => chart with { Nodes = [.. chart.Nodes.Select(old => old.Key == node.Key ? node : old)] };
}
