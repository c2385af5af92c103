using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Web.Conduct;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>More than anybody may approve: said before a customer is promised an answer, and to the one who decides from the start.</summary>
public sealed class BeyondReachTests(OneCentre one) : IClassFixture<OneCentre>
{
    private const string Nobody = "As limits stand nobody may approve £6,000.00, only up to £5,000.00.";

    [Theory, EachDatabase]
    public async Task An_amount_over_every_limit_is_not_asked_for_unknowingly_and_promises_no_answer(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        Assert.Contains("As limits stand nobody may approve more than £5,000.00: for more, ask a manager for the limit to be set.",
            await AtStepAsync(desk, contact), StringComparison.Ordinal);
        var refusal = Assert.Single((await desk.GiveAsync(contact, "6000")).Refusals);
        Assert.Equal(("referral.nobody-may", $"{Nobody} Enter an amount up to £5,000.00, or ask a manager for the limit to be set.", "amount"),
            (refusal.Code, refusal.Text, refusal.Field));
        Assert.Null((await desk.LookAsync(contact)).Referral);

        await desk.Must(new DoStep(contact, "n3", await desk.TurnAsync(contact), new Dictionary<string, string> { ["amount"] = "6000" },
            AllTheSame: true), desk.Agent);
        var waiting = Rendered.Words(await Rendered.OfAsync<ReferralStatus>(one.Web.Services,
            new() { ["Contact"] = await desk.LookAsync(contact), ["Turn"] = 1 }));
        Assert.Contains($"{Nobody} It can only be refused or approved for less, unless a manager has the limit set.", waiting,
            StringComparison.Ordinal);
        Assert.DoesNotContain("promised", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Tell the customer", waiting, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_one_who_decides_approves_less_or_refuses_and_is_not_told_to_pass_it_on_to_their_own_role(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new DoStep(contact, "n3", await desk.TurnAsync(contact), new Dictionary<string, string> { ["amount"] = "6000" },
            AllTheSame: true), desk.Agent);
        var id = (await desk.LookAsync(contact)).Referral!.Id;
        await desk.Must(new AcceptReferral(id), desk.Manager);
        var acts = Rendered.Words(await Rendered.OfAsync<ReferralActs>(one.Web.Services,
            new() { ["Record"] = await desk.Look(new ReferralRecord(id), desk.Manager), ["Refusals"] = Array.Empty<Model.Refusal>() }));
        Assert.Contains($"{Nobody} Approve up to £5,000.00, refuse it, or ask for the limit to be set.", acts, StringComparison.Ordinal);
        Assert.DoesNotContain("ass it on", acts, StringComparison.Ordinal);
        Assert.EndsWith($"{Nobody} Approve up to £5,000.00, refuse it, or ask for the limit to be set.",
            (await desk.Refused(new DecideReferral(id, Approve: true), desk.Manager)).Text, StringComparison.Ordinal);
        await desk.Must(new DecideReferral(id, Approve: true, Pence: 500000), desk.Manager);
    }

    [Theory, EachDatabase]
    public async Task A_limit_set_meanwhile_brings_it_within_reach(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        Assert.False((await desk.GiveAsync(contact, "6000")).Allowed);
        await desk.Must(new ChangePresence(Presence.SignedOut), desk.Manager);
        await desk.Must(new SetLimit("goodwill", null, desk.Manager.Person) { PerContactPence = 700000 }, Actor.System);
        var referral = await desk.ReferredAsync(contact, "6000");
        Assert.Equal((desk.Manager.Person, "I am asking a colleague who can decide this."), (referral.AssignedTo, referral.TellCustomer));
        Assert.Null((await desk.Look(new ReferralRecord(referral.Id), desk.Manager)).Beyond);
    }

    [Theory, EachDatabase]
    public async Task A_decision_that_is_not_of_money_and_nobodys_to_take_says_so_at_the_step(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Must(new DefineDecisionKind("waiver", "Waiver", false), desk.Manager);
        var limit = await desk.Must(new SetLimit("waiver", Role.Manager, null), Actor.System);
        await desk.Must(new DefineContactType(new ContactType("waiver", "Waiver", Routine: true)), Actor.System);
        var procedure = await desk.Must(new DraftProcedure("waiver", new Chart(
        [
            new Step("n1", "Waive it")
            {
                Guideline = new Guideline { Approach = "Only where it was our fault." },
                Authority = new AuthorityDemand("waiver", null),
                Referral = new ReferralPoint(Role.TeamLeader, 10, "", "I am asking."),
            },
            new Ending("n2", "Over", Resolved: true),
        ])
        { KeysGiven = 2 }), Actor.System);
        await desk.Must(new PublishVersion(procedure, 1, 1), Actor.System);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Must(new EndLimit(limit), desk.Manager);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        var contact = await desk.Must(new StartContact(Channel.Phone, "waiver"), desk.Agent);
        var words = await AtStepAsync(desk, contact);
        Assert.Contains("As limits stand nobody may approve it: it can only be refused. Ask a manager for the limit to be set.", words,
            StringComparison.Ordinal);
        Assert.DoesNotContain("It goes to", words, StringComparison.Ordinal);
    }

    private async Task<string> AtStepAsync(DeskCentre desk, ContactId contact)
    {
        var walk = (await desk.LookAsync(contact)).Walk!;
        return Rendered.Words(await Rendered.OfAsync<AuthorityPart>(one.Web.Services,
            new() { ["Offer"] = walk.Offer, ["GoesTo"] = walk.WhoCan?.Words(), ["Reach"] = walk.WhoCan?.Reach }));
    }
}
