using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc16;

public sealed class CFACC16_P3(Product product) : BrowserTest(product)
{
    private const string Happened = "Nobody came on two mornings.";

    [Fact]
    [Criterion("CFACC16.P3", Page = "/referrals/{Id:guid}", Acts = [typeof(AcceptReferral), typeof(DecideReferral)])]
    public async Task A_team_leader_sees_a_referral_arrive_has_the_whole_context_decides_and_the_agent_goes_on()
    {
        var payments = await Product.PaymentsAsync();
        var leader = await SignedInAsync(Role.TeamLeader);
        await leader.Page.GotoAsync("/referrals");
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await AskAsync(desk, agent, payments.Type);

        await ArrivesAsync(leader, payments.Kind);
        await WholeContextAsync(leader, payments.Kind);
        // An amount taken out of its box is asked for, and is not all of it.
        var amount = leader.Field("Amount approved (up to what was asked)");
        var asked = await amount.InputValueAsync();
        await amount.FillAsync("");
        await leader.Button("Approve").ClickAsync();
        await Assertions.Expect(leader.Page.GetByText("Write the amount that you approve.").First).ToBeVisibleAsync();
        await amount.FillAsync(asked);
        await leader.Button("Approve").ClickAsync();
        await Assertions.Expect(leader.Heading("Referrals")).ToBeVisibleAsync();

        await GoesOnAsync(desk);
        await AssertKeptAsync(await AtDesk.ReferralAsync(Product, desk.Contact));
        await desk.FinishAsync();
        Assert.Empty(agent.Errors.Concat(leader.Errors.Where(error => !error.Contains("422", StringComparison.Ordinal))));
    }

    private static async Task AskAsync(AtDesk desk, Visit agent, string type)
    {
        await desk.ToPaymentAsync(type, Happened);
        await agent.Field("New note n").FillAsync("She took two days off for it.");
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(agent.Page.GetByText("She took two days off for it.").First).ToBeVisibleAsync();
        await desk.PayAsync("163.20");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("You asked for £163.20")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByText("I am asking a colleague for you.").First).ToBeVisibleAsync();
    }

    // The page is never loaded again: the word comes by itself, and the list when it is asked for.
    private static async Task ArrivesAsync(Visit leader, string kind)
    {
        await Assertions.Expect(leader.Link($"{kind}: £163.20")).ToHaveCountAsync(0);
        await leader.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("new: show$") }).ClickAsync();
        await leader.Link($"{kind}: £163.20").ClickAsync();
        await Assertions.Expect(leader.Heading($"{kind}: £163.20")).ToBeVisibleAsync();
    }

    private static async Task WholeContextAsync(Visit leader, string kind)
    {
        await leader.Button("Accept this referral").ClickAsync();
        await Assertions.Expect(leader.Heading("Decide")).ToBeVisibleAsync();
        var main = leader.Page.GetByRole(AriaRole.Main);
        foreach (var words in (string[])[Happened, "She took two days off for it.", $"Asked by {Person(Role.Agent).Name}",
            "I am asking a colleague for you.", "Is a payment due?: Yes", "At step 3, Offer a payment"])
            await Assertions.Expect(main).ToContainTextAsync(words);
        await Assertions.Expect(leader.Field("Amount approved (up to what was asked)")).ToHaveValueAsync("163.20");
        await leader.Field("Amount approved (up to what was asked)").FillAsync("150.00");
        await leader.Field("Why (needed to refuse; the agent reads it)").FillAsync($"Two mornings are two mornings. {kind}");
    }

    // What the customer said stands there already; the amount that was approved comes by itself in place of the greater one that was asked for.
    private static async Task GoesOnAsync(AtDesk desk)
    {
        await Assertions.Expect(desk.Page.GetByText("approved £150.00.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "What is known" })).ToContainTextAsync(Happened);
        await Assertions.Expect(desk.Page.GetByText("Approved up to £150.00: go on with it.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Amount).ToHaveValueAsync("150.00");
        await desk.GoOnAsync("Payment agreed");
    }

    private async Task AssertKeptAsync(ReferralRow referral)
    {
        var leader = Person(Role.TeamLeader).Id;
        Assert.Equal((ReferralState.Approved, leader, 150_00), (referral.State, referral.DecidedBy, referral.ApprovedPence));
        Assert.Equal(["referral.opened", "referral.accepted", "referral.approved"], await Told.NamesAsync(Product, referral.Id.Value));
        await Told.OneAsync<ReferralAccepted>(Product, referral.Id.Value, "referral.accepted", leader, FactKind.Demo);
        Assert.Equal(150_00, (await Told.OneAsync<ReferralApproved>(Product, referral.Id.Value, "referral.approved", leader, FactKind.Demo)).Pence);
        await using var db = Product.OpenDb();
        var decision = await db.Set<DecisionRow>().SingleAsync(row => row.Contact == referral.Contact);
        Assert.Equal((150_00, referral.Id, Person(Role.Agent).Id), (decision.Pence, decision.Under, decision.By));
        Assert.Equal(referral.Id,
            (await Told.OneAsync<DecisionTaken>(Product, referral.Contact.Value, "decision.taken", Person(Role.Agent).Id, FactKind.Demo)).Under);
    }
}
