using Answerable.App.Authority;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Web;

public sealed class HomePageTests
{
    [Fact]
    public async Task Home_shows_each_role_what_matters_to_it_and_does_not_repeat_the_navigation()
    {
        await using var centre = new WebCentre();
        await centre.Dispatcher.DoAsync(new DefineDecisionKind("refund", "Refund", true), Actor.System);
        await centre.Dispatcher.DoAsync(new SetLimit("refund", Role.Agent, null) { PerContactPence = 5000 }, Actor.System);

        var agent = await (await centre.SignedInAsync(Role.Agent)).GetStringAsync("/");
        Assert.Contains("How far you may decide", agent, StringComparison.Ordinal);
        Assert.Contains("50.00 a contact", agent, StringComparison.Ordinal);
        Assert.DoesNotContain("Your pages", agent, StringComparison.Ordinal);

        var administrator = await (await centre.SignedInAsync(Role.Administrator)).GetStringAsync("/");
        Assert.Contains(">0 keys</a>", administrator, StringComparison.Ordinal);
        Assert.DoesNotContain("How far you may decide", administrator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_centre_without_contacts_shows_no_figures_rather_than_made_up_ones()
    {
        await using var centre = new WebCentre();
        var page = await (await centre.SignedInAsync(Role.Manager)).GetStringAsync("/");
        Assert.DoesNotContain("home-figure", page, StringComparison.Ordinal);
        Assert.Contains("There are no contact types yet", page, StringComparison.Ordinal);
    }
}
