using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc17;

public sealed class CFACC17_P16(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC17.P16", Page = "/authority/{Code}", Acts = [typeof(DefineDecisionKind), typeof(SetLimit), typeof(DoStep)])]
    public async Task A_manager_sets_limits_for_a_role_and_a_person_and_each_is_held_to_where_the_decision_is_taken()
    {
        var (name, kind) = (Unique("Spoilt holiday"), Unique("Holiday payment"));
        var (proved, other) = (DemoPeople.Of("Isla Robertson"), DemoPeople.Of("Yasmin Begum"));
        var limiting = new Limiting(Product, await SignedInAsync(Role.Manager));
        await limiting.DefineAsync(kind);
        await limiting.LimitAsync("Agent", "40");
        await limiting.LimitAsync("Team leader", "500");
        await limiting.LimitAsync("Manager", "5000");
        await limiting.LimitAsync(proved.Name, "60");
        await new Designing(await SignedInAsync(Role.Designer)).PaymentProcedureAsync(name, kind);

        var limits = await LimitsAsync(kind);
        await DecidesAsync(proved, name, "60.00", 60_00, limits.Single(limit => limit.Person == proved.Id).Id);
        await DecidesAsync(other, name, "40.00", 40_00, limits.Single(limit => limit.Role == Role.Agent).Id);
        await RefersAsync(other, name, "40.01", 40_01);
        await RefersAsync(proved, name, "60.01", 60_01);
        foreach (var limit in limits)
            Assert.Equal(limit.Id,
                (await Told.OneAsync<LimitSet>(Product, limit.Id, "authority.limit-set",
                    limit.Role == Role.Manager ? Limiting.Second.Id : Person(Role.Manager).Id, FactKind.Demo)).Limit.Id);
    }

    private async Task<IReadOnlyList<Limit>> LimitsAsync(string kind)
    {
        await using var db = Product.OpenDb();
        var code = (await db.Set<DecisionKindRow>().SingleAsync(row => row.Name == kind)).Code;
        return (await db.Set<LimitRow>().AsNoTracking().Where(row => row.DecisionKind == code).ToListAsync()).ConvertAll(row => row.Limit());
    }

    private async Task DecidesAsync(DemoPerson who, string type, string pounds, long pence, Guid limit)
    {
        var desk = new AtDesk(await SignedInAsync(who));
        await desk.ToPaymentAsync(type);
        await desk.PayAsync(pounds);
        await desk.GoOnAsync("Payment agreed");
        await using var db = Product.OpenDb();
        var contact = desk.Contact;
        var row = await db.Set<DecisionRow>().SingleAsync(row => row.Contact == contact);
        Assert.Equal((pence, limit, who.Id), (row.Pence, row.LimitId, row.By));
        var told = await Told.OneAsync<DecisionTaken>(Product, contact.Value, "decision.taken", who.Id, FactKind.Demo);
        Assert.Equal((pence, limit), (told.Pence, told.LimitId));
    }

    private async Task RefersAsync(DemoPerson who, string type, string pounds, long pence)
    {
        var desk = new AtDesk(await SignedInAsync(who));
        await desk.ToPaymentAsync(type);
        await desk.PayAsync(pounds);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText($"You asked for £{pounds}")).ToBeVisibleAsync();
        var referral = await AtDesk.ReferralAsync(Product, desk.Contact);
        Assert.Equal((pence, Role.TeamLeader, ReferralState.Open), (referral.Pence, referral.ToRole, referral.State));
        await using var db = Product.OpenDb();
        Assert.False(await db.Set<DecisionRow>().AnyAsync(row => row.Contact == referral.Contact));
    }
}
