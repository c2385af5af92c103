using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Web.Procedures;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

public sealed class PreviewTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly Matrix Matrix = new([Refund(Role.Agent, 5000), Refund(Role.TeamLeader, 25000), Refund(Role.Manager, null)]);

    [Fact]
    public void An_amount_within_the_limit_goes_on_and_one_over_it_shows_the_referral()
    {
        Assert.Equal("n6", Of(RealCharts.Refunds, "d.1.d.1.d5000").Walk.At);

        var over = Of(RealCharts.Refunds, "d.1.d.1.d5001");
        Assert.Equal("n5", over.Walk.At);
        Assert.Equal((Role.TeamLeader, 5001), (over.Waiting!.To, over.Waiting.Pence));
        Assert.Equal("My team leader will confirm it while we speak.", over.Waiting.TellCustomer);
        Assert.Equal("n6", Of(RealCharts.Refunds, "d.1.d.1.d5001.y.d5001").Walk.At);
    }

    [Fact]
    public void Another_role_has_its_own_limit()
    {
        Assert.Equal("n6", Of(RealCharts.Refunds, "d.1.d.1.d25000", Role.TeamLeader).Walk.At);
        Assert.Equal(Role.Manager, Of(RealCharts.Refunds, "d.1.d.1.d25001", Role.TeamLeader).Waiting!.To);
    }

    [Fact]
    public void What_was_refused_may_be_left_out_or_decided_for_less()
    {
        var refused = Of(RealCharts.Refunds, "d.1.d.1.d5001.n");
        Assert.Null(refused.Waiting);
        Assert.True(refused.Offer.CanSkip);
        Assert.Equal("n6", Of(RealCharts.Refunds, "d.1.d.1.d5001.n.d5000").Walk.At);
    }

    [Fact]
    public void What_no_limit_covers_cannot_be_approved()
    {
        var preview = Of(RealCharts.Refunds, "d.1.d.1.d5001.y", matrix: new Matrix([Refund(Role.Agent, 5000)]));
        Assert.NotNull(preview.Stopped);
        Assert.NotNull(preview.Covered());
        Assert.NotNull(preview.Waiting);
    }

    [Fact]
    public void Over_the_top_of_the_line_nobody_is_said_to_cover_it_and_among_equals_somebody_else_is_asked()
    {
        var top = new Matrix([Refund(Role.Agent, 5000), Refund(Role.Manager, 100_000)]);
        Assert.Contains("nobody may approve £1,000.01, only up to £1,000.00", Of(RealCharts.Refunds, "d.1.d.1.d100001", Role.Manager, top)
            .Covered()!.Text, StringComparison.Ordinal);
        Assert.Null(Of(RealCharts.Refunds, "d.1.d.1.d5001", Role.Agent, top).Covered());
    }

    [Fact]
    public void What_was_decided_before_counts_towards_the_limit()
    {
        var twice = new Chart(
        [
            .. RealCharts.Refunds.Nodes.Where(node => node.Key == "n5"),
            (Step)RealCharts.Refunds.Find("n5")! with { Key = "again" },
            new Ending("end", "Refunded", Resolved: true),
        ]);
        Assert.Equal("end", Of(twice, "d4000.d1000").Walk.At);
        Assert.Equal(8000, Of(twice, "d4000.d4000").Waiting!.TotalPence);
    }

    [Fact]
    public void A_step_above_the_one_who_walks_goes_to_its_own_role_which_goes_on()
    {
        var before = Of(RealCharts.Refunds, "d.1.d.1.d100");
        Assert.Equal(Role.SeniorAgent, before.Offer.Needs);
        Assert.Equal("n6", Of(RealCharts.Refunds, "d.1.d.1.d100.d").Walk.At);

        var taken = Of(RealCharts.Refunds, "d.1.d.1.d100.r.t");
        Assert.Equal(Role.SeniorAgent, taken.Role);
        Assert.Equal("n7", Of(RealCharts.Refunds, "d.1.d.1.d100.r.t.d").Walk.At);
    }

    [Fact]
    public void A_walk_may_begin_anywhere_and_every_move_has_its_line()
    {
        Assert.Equal("n6", Of(RealCharts.Refunds, "1.d100", from: "n4").Walk.At);
        Assert.Equal(["4 Overcharged: Yes", "5 Refund the overcharge, £50.01: goes to the team leader", "The team leader approves it",
            "5 Refund the overcharge, £50.01"],
            Of(RealCharts.Refunds, "1.d5001.y.d5001", from: "n4").Story);
    }

    [Fact]
    public void A_strict_step_is_not_left_out() => Assert.Equal("n1", Of(RealCharts.Refunds, "s").Walk.At);

    [Fact]
    public void Whatever_stands_in_the_address_the_walk_stands_somewhere_in_the_chart() =>
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, Ways(), (chart, way) =>
            chart.Nodes.Count == 0 || chart.Find(Of(chart, way).Walk.At) is not null));

    private static Arbitrary<string> Ways() =>
        Gen.Elements("d", "d100", "d999999", "s", "r", "t", "y", "n", "1", "2", "3", "d-1", "99999999999999999999", "x").ListOf()
            .Select(moves => string.Join('.', moves)).ToArbitrary();

    private static Preview Of(Chart chart, string way, Role role = Role.Agent, Matrix? matrix = null, string? from = null) =>
        Preview.Of(new Preview.Ground(chart, ProcedureId.From(Guid.Empty), 1, matrix ?? Matrix, RealCharts.Kinds, Day), role, from,
            PreviewAddress.Read(way));

    private static Limit Refund(Role role, long? pence) =>
        new(Guid.Parse($"00000000-0000-0000-0000-{(int)role:D12}"), "refund", role, null, Day.AddDays(-1), null)
        { PerContactPence = pence, PerCasePence = pence };
}
