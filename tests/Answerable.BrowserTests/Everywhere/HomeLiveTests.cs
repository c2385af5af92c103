using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Home, left open while others work.</summary>
public sealed class HomeLiveTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_referral_comes_into_Home_by_itself_and_whoever_stands_on_a_link_stays_there()
    {
        var leader = await SignedInAsync(Role.TeamLeader);
        await leader.Page.GotoAsync("/");
        var before = await CountAsync(leader);
        var stood = leader.Page.Locator("[data-live] a[href^='/measures/']").First;
        await stood.FocusAsync();
        var desk = new AtDesk(await SignedInAsync(DemoPeople.Of("Yasmin Begum")));
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        await desk.PayAsync("412.00");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("You asked for £412.00")).ToBeVisibleAsync();
        await leader.Page.WaitForFunctionAsync(
            "before => [...document.querySelectorAll(\"[data-live=needs] a[href='/referrals'] .need-count\")]"
            + ".reduce((sum, count) => sum + Number(count.textContent), 0) > before", before);
        await Assertions.Expect(stood).ToBeFocusedAsync();
    }

    private static async Task<int> CountAsync(Visit visit) => (await visit.Page.Locator("[data-live=needs] a[href='/referrals'] .need-count")
        .AllInnerTextsAsync()).Sum(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
