using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Authority;

/// <summary>Case T28: limits at the decision, cumulative on the case, four eyes, approvals that do not stretch, and the matrix of the day.</summary>
public sealed class AuthorityT28Tests
{
    [Theory, EachDatabase]
    public async Task Fifty_pounds_is_allowed_and_fifty_pounds_and_a_penny_is_referred(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var allowed = await desk.AtGoodwillAsync();
        Assert.True((await desk.GiveAsync(allowed, "50.00")).Allowed);
        Assert.Equal("n4", (await desk.WalkAsync(allowed)).At);
        Assert.Contains("decision.taken", await desk.FactsAsync(allowed.Value));

        var over = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(over, "50.01");
        Assert.Equal(("n3", ReferralState.Open, 5001L), ((await desk.WalkAsync(over)).At, referral.State, referral.Pence));
        Assert.Equal(desk.Senior.Person, referral.AssignedTo);
        Assert.Contains("decision.referred", await desk.FactsAsync(over.Value));
        Assert.Equal(["referral.opened"], await desk.FactsAsync(referral.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task The_limit_of_a_lower_role_counts_for_who_has_a_higher_one_without_a_limit(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Must(new DefineDecisionKind("waiver", "Waiver", true), desk.Manager);
        await desk.Must(new SetLimit("waiver", Role.SeniorAgent, null) { PerContactPence = 7500 }, desk.Manager);
        var both = await desk.PersonAsync("Bo Both", Role.TeamLeader) with { Roles = [Role.SeniorAgent, Role.TeamLeader] };
        await desk.Must(new PlacePerson(both.Id, both.Team, both.Roles), Actor.System);
        var mine = (await desk.Look(new AuthorityMatrix(), both)).Mine.Single(line => line.Kind.Code == "waiver");
        Assert.Equal(7500, mine.Limit!.PerContactPence);
        await using var db = desk.Centre.OpenDb();
        var colleague = Assert.Single(await Colleagues.OfAsync(db, TestContext.Current.CancellationToken), one => one.Person == both.Person);
        Assert.Equal([Role.TeamLeader, Role.SeniorAgent], colleague.Beside.Prepend(colleague.Role));
        // One's own limit is raised by that of either role.
        var raising = both with { Roles = [Role.SeniorAgent, Role.Manager] };
        Assert.Equal("countersignature.needed",
            (await desk.Refused(new SetLimit("waiver", Role.SeniorAgent, null) { PerContactPence = 8000 }, raising)).Code);
    }

    [Theory, EachDatabase]
    public async Task Forty_and_forty_on_one_case_the_same_day_and_the_second_is_referred_for_eighty(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var (second, referral) = await EightyAsync(desk);
        Assert.Equal((4000L, 8000L, Role.TeamLeader), (referral.Pence, referral.TotalPence, referral.ToRole));
        Assert.Equal(desk.Leader.Person, referral.AssignedTo);
        Assert.Equal("Goodwill of £40.00 brings the total to £80.00, over the agent's limit of £50.00 a case.",
            (await desk.LookAsync(second)).Referral!.Why);
    }

    [Theory, EachDatabase]
    public async Task An_approver_with_a_limit_of_seventy_five_cannot_approve_the_second(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var bounded = await desk.PersonAsync("Bea Bounded", Role.TeamLeader);
        await desk.Must(new SetLimit("goodwill", null, bounded.Person) { PerContactPence = 7500, PerCasePence = 7500 }, desk.Manager);
        var (_, referral) = await EightyAsync(desk);
        Assert.Equal(desk.Leader.Person, referral.AssignedTo);

        await desk.Must(new AcceptReferral(referral.Id), bounded);
        var refusal = await desk.Refused(new DecideReferral(referral.Id, Approve: true), bounded);
        Assert.Equal("authority.over-limit", refusal.Code);
        Assert.Equal(
            "Goodwill of £40.00 brings the total to £80.00, over the person's own limit of £75.00 a case. The manager may decide it: pass it on.",
            refusal.Text);

        var passed = await desk.Must(new PassReferralOn(referral.Id, "Over mine."), bounded);
        Assert.Equal("Lena Leader", passed.Name);
        await desk.Must(new AcceptReferral(referral.Id), desk.Leader);
        await desk.Must(new DecideReferral(referral.Id, Approve: true), desk.Leader);
        Assert.Equal(
            ["referral.opened", "referral.accepted", "referral.passed-on", "referral.accepted", "referral.approved"],
            await desk.FactsAsync(referral.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task Whoever_asks_may_not_approve(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(desk.Leader);
        var referral = await desk.ReferredAsync(contact, "300", desk.Leader);
        Assert.Equal(desk.Manager.Person, referral.AssignedTo);
        Assert.Equal("referral.own-request", (await desk.Refused(new AcceptReferral(referral.Id), desk.Leader)).Code);
        Assert.Equal("referral.own-request", (await desk.Refused(new DecideReferral(referral.Id, Approve: true), desk.Leader)).Code);
    }

    [Theory, EachDatabase]
    public async Task An_approval_of_forty_is_not_good_for_forty_five(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var (second, referral) = await EightyAsync(desk);
        await desk.Must(new AcceptReferral(referral.Id), desk.Leader);
        await desk.Must(new DecideReferral(referral.Id, Approve: true, "Fair."), desk.Leader);

        var again = await desk.ReferredAsync(second, "45");
        Assert.NotEqual(referral.Id, again.Id);
        Assert.Equal((4500L, 8500L), (again.Pence, again.TotalPence));

        Assert.True((await desk.GiveAsync(second, "40")).Allowed);
        await using var db = desk.Centre.OpenDb();
        var taken = await db.Set<DecisionRow>().SingleAsync(row => row.Contact == second);
        Assert.Equal((4000L, referral.Id), (taken.Pence, taken.Under));
        Assert.Equal(ReferralState.Withdrawn, (await db.Set<ReferralRow>().SingleAsync(row => row.Id == again.Id)).State);
    }

    [Theory, EachDatabase]
    public async Task An_action_of_the_first_of_March_is_judged_by_the_matrix_of_that_day_after_a_change_on_the_second(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database, new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
        var first = await desk.AtGoodwillAsync();
        Assert.True((await desk.GiveAsync(first, "40")).Allowed);
        var march1 = desk.Centre.Time.GetUtcNow();

        desk.Centre.Time.Set(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        await desk.Must(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 2000, PerCasePence = 2000 }, desk.Manager);
        Assert.Equal("authority.past",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null, march1) { PerContactPence = 1 }, desk.Manager)).Code);

        await using var db = desk.Centre.OpenDb();
        var taken = await db.Set<DecisionRow>().SingleAsync();
        var (then, now) = (await MatrixRows.InForceAsync(db, "goodwill", march1, default),
            await MatrixRows.InForceAsync(db, "goodwill", desk.Centre.Time.GetUtcNow(), default));
        var kind = new DecisionKind("goodwill", "Goodwill", true);
        var asked = new Asked("goodwill", 4000, taken.Contact, taken.Case, null);
        var decider = new Decider(desk.Agent.Person, Role.Agent);
        Assert.Equal(taken.LimitId, then.Judge(kind, asked, decider, [], march1).LimitId);
        Assert.True(then.Judge(kind, asked, decider, [], march1).Allowed);
        Assert.False(now.Judge(kind, asked, decider, [], desk.Centre.Time.GetUtcNow()).Allowed);

        var second = await desk.AtGoodwillAsync();
        Assert.Equal(4000, (await desk.ReferredAsync(second, "40")).Pence);
        var asAt = await desk.Look(new AuthorityMatrix(march1), desk.Agent);
        Assert.Equal(5000, asAt.Kinds.Single().ByRole[Role.Agent].PerContactPence);
        Assert.Equal(2000, (await desk.Look(new AuthorityMatrix(), desk.Agent)).Mine.Single().Limit!.PerContactPence);
    }

    private static async Task<(ContactId Second, ReferralRow Referral)> EightyAsync(DeskCentre desk)
    {
        var first = await desk.AtGoodwillAsync();
        Assert.True((await desk.GiveAsync(first, "40")).Allowed);
        var second = await desk.AtGoodwillAsync(inCase: (await desk.LookAsync(first)).Case);
        desk.Centre.Time.Pass(TimeSpan.FromHours(2));
        return (second, await desk.ReferredAsync(second, "40"));
    }
}
