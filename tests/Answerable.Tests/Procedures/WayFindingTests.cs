using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;

namespace Answerable.Tests.Procedures;

/// <summary>What a designer reads of ways that break off, go round or are cut off, of limits, and in which order.</summary>
public sealed class WayFindingTests
{
    private static readonly Guideline Some = new() { Approach = "Do it." };
    private static readonly Ending Done = new("end", "Done", Resolved: true);
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_a_chart_with_nothing_in_it() =>
        Says(Chart.Empty, "! chart.empty -: There is nothing here yet. Add the first step.");

    [Fact]
    public void Of_endings()
    {
        Says(new Chart([Step("n1", "n1")]),
            "! chart.no-ending -: No ending is named. Add at least one, so that every contact comes to an outcome.",
            "! chart.endless n1: 1 'Step n1' leads only to itself: nobody who comes there gets out. Give it a way to an ending.");
        Says(new Chart([Done with { Resolved = false }]), "chart.never-resolved -: No ending settles the customer's matter. " +
            "Mark the one that does as resolved, if there is one.");
        Says(new Chart([Which("n1", null, "n3"), Done with { Resolved = false }, Done with { Key = "n3" }]));
    }

    [Fact]
    public void Of_ways_that_lead_nowhere()
    {
        Says(new Chart([Step("n1", "n9"), Done]),
            "! chart.leads-nowhere n1: 1 'Step n1' leads to 'n9', which is not in this procedure. Choose where it goes.",
            "! chart.dead-step end: 2 'Done' can never be reached. Lead something to it, or remove it.");
        Says(new Chart([Which("n1", "end", "n3"), Done, Step("n3")]),
            "! chart.leads-nowhere n3: 3 'Step n3' leads nowhere: nothing stands below it. Add an ending, or choose where it goes.");
        Says(new Chart([Which("n1", "end", "n9"), Done]),
            "! chart.leads-nowhere n1: The answer 'Answer 2' of 1 'Which n1' leads to 'n9', which is not in this procedure. Choose where it goes.");
    }

    [Fact]
    public void A_circle_is_named_once_whoever_leads_into_it_and_one_nobody_comes_to_is_only_dead()
    {
        Says(new Chart([Step("n1"), Step("n2"), Step("n3", "n2"), Step("n4", "n4"), Done]),
            "! chart.endless n2: Steps 2, 3 lead round in a circle: nobody who comes there gets out. Give one a way to an ending.",
            "! chart.dead-step n4: 4 'Step n4' can never be reached. Lead something to it, or remove it.",
            "! chart.dead-step end: 5 'Done' can never be reached. Lead something to it, or remove it.");
        Says(new Chart([Which("n1", null, "n3"), Step("n2", "n2"), Step("n3"), Step("n4", "n3"), Done]),
            "! chart.endless n2: 2 'Step n2' leads only to itself: nobody who comes there gets out. Give it a way to an ending.",
            "! chart.endless n3: Steps 3, 4 lead round in a circle: nobody who comes there gets out. Give one a way to an ending.",
            "! chart.dead-step end: 5 'Done' can never be reached. Lead something to it, or remove it.");
    }

    [Fact]
    public void A_decision_without_answers_breaks_off_and_is_no_circle() =>
        Says(new Chart([Step("n1"), new Decision("n2", "Which") { Question = "Which?" }, Done]),
            "! decision.incomplete n2: 2 'Which' has no answer. A decision needs at least two.",
            "! chart.dead-step end: 3 'Done' can never be reached. Lead something to it, or remove it.");

    [Fact]
    public void Of_two_steps_of_one_key()
    {
        var chart = new Chart([Step("n1", "end") with { Title = "One" }, Step("n1", "end") with { Title = "Two" }, Done]);
        Assert.Contains("! chart.key-twice n1: 2 steps bear the key 'n1': 'One', 'Two'. Each needs its own.", Lines(ChartChecks.Of(chart, [])));
    }

    [Fact]
    public void What_blocks_stands_before_advice_at_each_step_and_the_whole_before_the_steps() =>
        Assert.Equal(
            ["chart.no-ending -", "field.no-name n1", "step.no-approach n1", "chart.leads-nowhere n2", "step.no-approach n2"], Codes(ChartChecks.Of(
            new Chart([Thin("n1") with { Fields = [new Field("", "A", FieldType.Text) { Personal = true }] }, Thin("n2")]), [])));

    [Fact]
    public void What_limits_lack_stands_at_its_step_among_the_other_findings()
    {
        var refund = (Step)RealCharts.Refunds.Find("n5")!;
        var chart = new Chart([Thin("n1"), refund with { Guideline = new Guideline { Say = "I refund it." } }, Thin("n9"), Done]);

        Assert.Equal(["step.no-approach n1", "authority.nobody-decides n5", "step.no-approach n5", "step.no-approach n9"],
            Codes(ChartChecks.Of(chart, RealCharts.Kinds, Matrix.Empty, Day)));
    }

    [Fact]
    public void Of_limits()
    {
        Limits("! authority.nobody-decides n5: 5 'Refund the overcharge' demands authority for refund, but the authority matrix lets nobody " +
            "decide it. Set a limit for at least one role.", Role.Agent);
        Limits("! authority.no-greater-limit n5: 5 'Refund the overcharge' demands authority for refund: the agent may decide up to £50.00, and " +
            "nobody above may decide more. Whatever is over it would be stuck: raise a limit above in the authority matrix.", Role.Agent,
            Limit(Role.Agent, 5000));
    }

    [Fact]
    public void The_limit_of_a_role_below_the_one_who_does_the_step_is_no_use_and_its_own_is()
    {
        Assert.Equal("authority.nobody-decides", Found(Role.SeniorAgent, Limit(Role.Agent, 5000)).Single().Code);
        Assert.Equal("authority.no-greater-limit", Found(Role.SeniorAgent, Limit(Role.SeniorAgent, 5000)).Single().Code);
        Assert.Empty(Found(Role.SeniorAgent, Limit(Role.Agent, 9000), Limit(Role.SeniorAgent, 5000), Limit(Role.Manager, 5001)));
    }

    [Fact]
    public void The_matrix_says_nothing_of_a_step_that_demands_no_authority_or_of_a_kind_nobody_knows() =>
        Assert.DoesNotContain(ChartChecks.Of(RealCharts.Refunds, [], Matrix.Empty, Day), finding =>
            finding.Code.StartsWith("authority.n", StringComparison.Ordinal));

    private static Step Step(string key, string? next = null) => new(key, $"Step {key}", Next: next) { Guideline = Some };
    private static Step Thin(string key) => Step(key) with { Guideline = new Guideline { Say = "Hello." } };

    private static Decision Which(string key, params string?[] ways) => new(key, $"Which {key}")
    { Question = "Which?", Answers = [.. ways.Select((way, place) => new Answer($"a{place + 1}", $"Answer {place + 1}", way))] };

    private static void Limits(string finding, Role who, params Limit[] limits) => Assert.Equal([finding], Lines(Found(who, limits)));

    private static IEnumerable<Finding> Found(Role who, params Limit[] limits) => ChartChecks
        .Of(RealCharts.Refunds with { Nodes = [.. RealCharts.Refunds.Nodes.Select(node => node.Key == "n5" ? node with { Who = who } : node)] },
            RealCharts.Kinds, new Matrix(limits), Day)
        .Where(finding => finding.Blocks);

    private static Limit Limit(Role role, long pence) =>
        new(Guid.Parse($"00000000-0000-0000-0000-{(int)role:D12}"), "refund", role, null, Day.AddDays(-1), null) { PerContactPence = pence };

    private static void Says(Chart chart, params string[] findings) => Assert.Equal(findings, Lines(ChartChecks.Of(chart, RealCharts.Kinds)));

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) => findings.Select(FindingTests.InOneLine);
    private static IEnumerable<string> Codes(IEnumerable<Finding> findings) => findings.Select(finding => $"{finding.Code} {finding.Key ?? "-"}");
}
