using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Somebody who has many pages open at once: a browser has six connections to the product for all of them.</summary>
public sealed class ManyTabsTests(Product product) : BrowserTest(product)
{
    private const int Tabs = 8;
    private const string Left = "Left to be resumed";

    [Fact]
    public async Task Eight_tabs_of_the_desk_all_load_what_is_pressed_in_the_first_is_done_and_the_others_hear_of_it()
    {
        var first = await AtWorkAsync(await SignedInAsync(Role.Agent));
        var others = await OthersAsync(first, _ => Task.CompletedTask);
        await LeaveAsync(first);
        foreach (var other in others)
            await Assertions.Expect(Head(other, Left)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Eight_tabs_of_Home_and_the_referrals_all_load()
    {
        var first = (await SignedInAsync(Role.TeamLeader)).Page;
        foreach (var tab in Enumerable.Range(1, Tabs))
            await Assertions.Expect(Heads(await OpenAsync(first, tab % 2 == 0 ? "/" : "/referrals"))).ToBeVisibleAsync();
    }

    /// <summary>As on phones whose browsers share nothing between pages, of which one is in sight at a time.</summary>
    [Fact]
    public async Task Where_pages_share_no_stream_those_out_of_sight_hold_none_and_read_what_happened_when_they_come_back()
    {
        var agent = await VisitAsync();
        await agent.Page.Context.AddInitScriptAsync("delete window.SharedWorker; "
            + "Object.defineProperty(document, 'visibilityState', { get: () => window.behind ? 'hidden' : 'visible' });");
        var first = await AtWorkAsync(await agent.SignInAsync(Person(Role.Agent).Email, App.Demo.DemoAccounts.Password));
        await SeeAsync(first, false);
        var others = await OthersAsync(first, page => SeeAsync(page, false));
        await SeeAsync(others[^1], true);
        await LeaveAsync(others[^1]);
        await Assertions.Expect(Head(first, Left)).ToHaveCountAsync(0);
        await SeeAsync(first, true);
        await Assertions.Expect(Head(first, Left)).ToBeVisibleAsync();
    }

    private async Task<IPage> AtWorkAsync(Visit agent)
    {
        await new AtDesk(agent).StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        return agent.Page;
    }

    private static async Task<IReadOnlyList<IPage>> OthersAsync(IPage first, Func<IPage, Task> then)
    {
        var others = new List<IPage>();
        while (others.Count < Tabs - 1)
        {
            var other = await OpenAsync(first, first.Url);
            await Assertions.Expect(Head(other, "Hear what happened")).ToBeVisibleAsync();
            await then(other);
            others.Add(other);
        }
        return others;
    }

    private static async Task<IPage> OpenAsync(IPage first, string address)
    {
        var page = await first.Context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    private static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave for later" }).ClickAsync();
        await Assertions.Expect(Head(page, "Start a contact")).ToBeVisibleAsync();
    }

    private static async Task SeeAsync(IPage page, bool inSight) =>
        await page.EvaluateAsync("behind => { window.behind = behind; document.dispatchEvent(new Event('visibilitychange')); }", !inSight);

    private static ILocator Head(IPage page, string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    private static ILocator Heads(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
