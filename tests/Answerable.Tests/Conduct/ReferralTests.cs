using Answerable.Model.Conduct;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>Who may do what with a referral, at each place it can be in.</summary>
public sealed class ReferralTests
{
    private static readonly PersonId Asker = Person(1);
    private static readonly PersonId Accepter = Person(2);
    private static readonly PersonId Other = Person(3);

    [Theory]
    [InlineData(ReferralState.Open, null, "own-request", null)]
    [InlineData(ReferralState.Accepted, null, "taken", "taken")]
    [InlineData(ReferralState.Approved, "closed", "closed", "closed")]
    [InlineData(ReferralState.Withdrawn, "closed", "closed", "closed")]
    public void One_that_waits_is_accepted_by_one_person_who_did_not_ask(ReferralState state, string? accepter, string asker, string? other)
    {
        var referral = In(state);
        Assert.Equal(Code(accepter), referral.MayAccept(Accepter, "Lena")?.Code);
        Assert.Equal(Code(asker), referral.MayAccept(Asker, "Lena")?.Code);
        Assert.Equal(Code(other), referral.MayAccept(Other, "Lena")?.Code);
    }

    [Theory]
    [InlineData(ReferralState.Open, "not-accepted", "own-request", "not-accepted")]
    [InlineData(ReferralState.Accepted, null, "own-request", "taken")]
    [InlineData(ReferralState.Refused, "closed", "closed", "closed")]
    [InlineData(ReferralState.TakenOver, "closed", "closed", "closed")]
    public void Whoever_accepted_it_decides_it_and_nobody_else(ReferralState state, string? accepter, string asker, string? other)
    {
        var referral = In(state);
        Assert.Equal(Code(accepter), referral.MayDecide(Accepter, "Lena")?.Code);
        Assert.Equal(Code(asker), referral.MayDecide(Asker, "Lena")?.Code);
        Assert.Equal(Code(other), referral.MayDecide(Other, "Lena")?.Code);
    }

    [Theory]
    [InlineData(ReferralState.Open, null, "not-yours")]
    [InlineData(ReferralState.Accepted, null, "not-yours")]
    [InlineData(ReferralState.Approved, "closed", "closed")]
    public void Whoever_asked_withdraws_it_while_it_waits(ReferralState state, string? asker, string accepter)
    {
        Assert.Equal(Code(asker), In(state).MayWithdraw(Asker)?.Code);
        Assert.Equal(Code(accepter), In(state).MayWithdraw(Accepter)?.Code);
    }

    [Fact]
    public void It_is_never_passed_on_to_one_who_asked_has_it_or_had_it_before()
    {
        var before = Person(7);
        var put = In(ReferralState.Open) with { AssignedTo = Other };
        Assert.Equal([Asker, Accepter, Other, before], put.NeverTo(Accepter, [before]));
        Assert.Equal("referral.same-hands", put.MayPassOn(Other, Role.TeamLeader)?.Code);
        Assert.Equal("referral.same-hands", put.MayPassOn(Asker, Role.TeamLeader)?.Code);
        Assert.Null(put.MayPassOn(Person(8), Role.TeamLeader));
        Assert.Null(put.MayPassOn(null, Role.TeamLeader));
        Assert.Equal("It waits for any team leader already, and nobody else could take it now. Accept it, or leave it waiting.",
            In(ReferralState.Open).MayPassOn(null, Role.TeamLeader)!.Text);
        Assert.Null(In(ReferralState.Open).MayPassOn(null, Role.Manager));
        Assert.Null(In(ReferralState.Accepted).MayPassOn(null, Role.TeamLeader));
        Assert.Equal("referral.closed", In(ReferralState.Approved).MayPassOn(Person(8), Role.TeamLeader)?.Code);
    }

    [Fact]
    public void An_answer_is_late_from_the_moment_promised_and_there_is_always_a_way_on()
    {
        Assert.Null(Lateness.Ms(Day, Day));
        Assert.Equal(61_000, Lateness.Ms(Day, Day.AddSeconds(61)));
        foreach (var matter in Enum.GetValues<ReferralMatter>())
        {
            Assert.Contains("withdraw it", Lateness.WayOn(matter), StringComparison.Ordinal);
            Assert.Contains("call back", Lateness.WayOn(matter), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_stands_in_the_way_is_said_with_what_to_do()
    {
        Assert.Equal("Lena has already accepted this referral. It is in good hands; the next one may be yours.",
            In(ReferralState.Accepted).MayAccept(Other, "Lena")!.Text);
        Assert.Equal("Lena has accepted this referral and decides it.", In(ReferralState.Accepted).MayDecide(Other, "Lena")!.Text);
        Assert.Equal("Accept the referral first, so that nobody else works on it meanwhile.", In(ReferralState.Open).MayDecide(Other, "")!.Text);
        Assert.Equal("Only the person who asked may withdraw a referral; you may decide it or pass it on.",
            In(ReferralState.Open).MayWithdraw(Other)!.Text);
        Assert.Equal("This referral is closed: it was taken over.", In(ReferralState.TakenOver).MayWithdraw(Asker)!.Text);
        var own = In(ReferralState.Open).MayAccept(Asker, "")!;
        Assert.Equal(("You asked for this yourself, so somebody else decides it. It waits with them.", "four-eyes"), (own.Text, own.Rule));
        Assert.Equal(["Waiting", "Accepted", "Approved", "Refused", "Taken over", "Withdrawn"],
            Enum.GetValues<ReferralState>().Select(state => state.Words()));
    }

    private static string? Code(string? name) => name is null ? null : $"referral.{name}";

    private static Referral In(ReferralState state) => new(default, ReferralMatter.Decision, state, Asker, Role.TeamLeader)
    { AcceptedBy = state == ReferralState.Open ? null : Accepter };
}
