using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc32;

public sealed class CFACC32_P10(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData("50.01", 50_01, Role.SeniorAgent)]
    [InlineData("150.00", 150_00, Role.TeamLeader)]
    [Criterion("CFACC32.P10", Page = "/desk/{Id:guid}", Acts = [typeof(DoStep)])]
    public async Task What_is_over_an_agents_limit_goes_to_a_colleague_whose_limit_covers_it(string pounds, long pence, Role covers)
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await desk.ToPaymentAsync(payments.Type);
        await desk.PayAsync(pounds);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText($"You asked for £{pounds}")).ToBeVisibleAsync();
        var referral = await AtDesk.ReferralAsync(Product, desk.Contact);
        var found = DemoPeople.All.Single(person => person.Id == referral.AssignedTo);
        Assert.Equal(covers, found.Role);
        await Assertions.Expect(desk.Page.GetByText($"{found.Name} has been asked.")).ToBeVisibleAsync();
        await AssertToldAsync(referral, pence);
        Assert.Empty(agent.Errors);
    }

    private async Task AssertToldAsync(ReferralRow referral, long pence)
    {
        var agent = Person(Role.Agent).Id;
        var opened = await Told.OneAsync<ReferralOpened>(Product, referral.Id.Value, "referral.opened", agent, FactKind.Demo);
        Assert.Equal((pence, referral.AssignedTo), (opened.Pence, opened.AssignedTo));
        var walk = await AtDesk.WalkAsync(Product, referral.Contact);
        Assert.Equal(referral.Id, (await Told.OneAsync<WalkReferred>(Product, walk.Id.Value, "walk.referred", agent, FactKind.Demo)).Referral);
        var referred = await Told.OneAsync<DecisionReferred>(Product, referral.Contact.Value, "decision.referred", agent, FactKind.Demo);
        Assert.Equal((pence, referral.Id), (referred.Pence, referred.Referral));
        await using var db = Product.OpenDb();
        Assert.False(await db.Set<DecisionRow>().AnyAsync(row => row.Contact == referral.Contact));
    }
}
