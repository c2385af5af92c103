using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc32;

public sealed class CFACC32_P8(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC32.P8", Page = "/referrals/{Id:guid}", Acts = [typeof(ReferContact), typeof(AcceptReferral)])]
    public async Task A_senior_agent_takes_over_a_contact_where_it_stands()
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await desk.ToPaymentAsync(payments.Type, "The engineer shouted at me.");
        var referral = await ReferAsync(desk, agent);
        var found = DemoPeople.All.Single(person => person.Id == referral.AssignedTo);
        Assert.Equal(Role.SeniorAgent, found.Role);

        var senior = await SignedInAsync(found);
        await TakeOverAsync(senior, referral);
        await AssertKeptAsync(referral, found);
        await new AtDesk(senior).PayAsync("100.00");
        await new AtDesk(senior).GoOnAsync("Payment agreed");
        await new AtDesk(senior).FinishAsync();
        Assert.Empty(agent.Errors.Concat(senior.Errors));
    }

    private async Task<ReferralRow> ReferAsync(AtDesk desk, Visit agent)
    {
        await desk.Page.GetByText("Refer this contact to somebody else").ClickAsync();
        var refer = desk.Page.GetByRole(AriaRole.Region, new() { Name = "Refer", Exact = true });
        await refer.GetByLabel("To", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Senior agent" });
        await refer.GetByLabel("What they should know").FillAsync("She wishes to speak with somebody senior.");
        await agent.Button("Refer it").ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("You asked for somebody to take this over")).ToBeVisibleAsync();
        return await AtDesk.ReferralAsync(Product, desk.Contact);
    }

    private async Task TakeOverAsync(Visit senior, ReferralRow referral)
    {
        await using var db = Product.OpenDb();
        var number = (await db.Set<CaseRow>().SingleAsync(row => row.Id == referral.Case)).Number;
        await senior.Page.GotoAsync("/referrals");
        await senior.Page.GetByRole(AriaRole.Rowheader, new() { Name = $"Case {number}" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(senior.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("She wishes to speak with somebody senior.");
        await senior.Button("Take the contact over").ClickAsync();
        await new AtDesk(senior).AtAsync("Offer a payment");
        Assert.Equal(referral.Contact, new AtDesk(senior).Contact);
        await Assertions.Expect(senior.Page.GetByRole(AriaRole.Region, new() { Name = "What is known" }))
            .ToContainTextAsync("The engineer shouted at me.");
    }

    private async Task AssertKeptAsync(ReferralRow referral, DemoPerson senior)
    {
        await using var db = Product.OpenDb();
        Assert.Equal(senior.Id, (await db.Set<HandlingRow>().SingleAsync(row => row.Contact == referral.Contact)).Agent);
        Assert.Equal(ReferralMatter.Contact,
            (await Told.OneAsync<ReferralOpened>(Product, referral.Id.Value, "referral.opened", Person(Role.Agent).Id, FactKind.Demo)).Matter);
        var taken = await Told.OneAsync<ReferralTakenOver>(Product, referral.Id.Value, "referral.taken-over", senior.Id, FactKind.Demo);
        Assert.Equal((senior.Id, Person(Role.Agent).Id), (taken.By, taken.From));
    }
}
