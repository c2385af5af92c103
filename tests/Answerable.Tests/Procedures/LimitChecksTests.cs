using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;

namespace Answerable.Tests.Procedures;

public sealed class LimitChecksTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Limits_that_rise_to_a_greater_one_or_to_one_without_a_cap_are_sound()
    {
        Assert.Empty(Found(RealCharts.Refunds, Refund(Role.Agent, 5000), Refund(Role.TeamLeader, 25000), Refund(Role.Manager, null)));
        Assert.Empty(Found(RealCharts.Refunds, Refund(Role.Agent, 5000), Refund(Role.Manager, 5001)));
        Assert.Empty(Found(RealCharts.Refunds, Refund(Role.Agent, null)));
    }

    [Fact]
    public void A_largest_limit_below_the_top_that_no_greater_one_stands_above_is_found_and_names_the_step()
    {
        var finding = Assert.Single(Found(RealCharts.Refunds, Refund(Role.Agent, 5000), Refund(Role.TeamLeader, 25000)));

        Assert.Equal(("authority.no-greater-limit", "n5", true), (finding.Code, finding.Key, finding.Blocks));
        Assert.Contains("5 'Refund the overcharge'", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("the team leader may decide up to £250.00", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_greater_limit_below_in_the_line_is_no_way_on()
    {
        Assert.Single(Found(RealCharts.Refunds, Refund(Role.Agent, 50000), Refund(Role.TeamLeader, 25000), Refund(Role.Manager, 50000)), finding =>
            finding.Code == "authority.no-greater-limit");
        Assert.Empty(Found(RealCharts.Refunds, Refund(Role.Agent, 50000), Refund(Role.TeamLeader, 25000), Refund(Role.Manager, 50001)));
    }

    [Fact]
    public void A_kind_nobody_may_decide_is_found_whether_of_money_or_not()
    {
        Assert.Equal("authority.nobody-decides", Assert.Single(Found(RealCharts.Refunds)).Code);
        Assert.Equal(("authority.nobody-decides", "n7"), Assert.Single(Found(RealCharts.MissedBin)) is var finding
            ? (finding.Code, finding.Key) : default);
        Assert.Empty(Found(RealCharts.MissedBin, Of("exception", Role.SeniorAgent, null)));
    }

    [Fact]
    public void A_matter_without_an_amount_is_decided_wholly_whatever_amount_stands_in_its_limit() =>
        Assert.Empty(Found(RealCharts.MissedBin, Of("exception", Role.SeniorAgent, 0)));

    [Fact]
    public void Where_the_top_of_the_line_alone_decides_its_limit_is_the_last_word() =>
        Assert.Empty(Found(RealCharts.Refunds, Refund(Role.Manager, 5000)));

    [Fact]
    public void A_limit_that_has_ended_or_has_not_begun_is_none()
    {
        Assert.Single(Found(RealCharts.MissedBin, Of("exception", Role.SeniorAgent, null) with { To = Day }));
        Assert.Single(Found(RealCharts.MissedBin, Of("exception", Role.SeniorAgent, null) with { From = Day.AddDays(1) }));
    }

    private static Limit Refund(Role role, long? pence) => Of("refund", role, pence);

    private static Limit Of(string kind, Role role, long? pence) =>
        new(Guid.Parse($"00000000-0000-0000-0000-{(int)role:D12}"), kind, role, null, Day.AddDays(-1), null) { PerContactPence = pence };

    private static IEnumerable<Finding> Found(Chart chart, params Limit[] limits) =>
        ChartChecks.Of(chart, RealCharts.Kinds, new Matrix(limits), Day).Where(finding => finding.Blocks);
}
