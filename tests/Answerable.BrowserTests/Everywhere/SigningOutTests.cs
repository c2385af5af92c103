using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Nobody goes home with a customer in their hands unasked.</summary>
public sealed class SigningOutTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task With_a_contact_in_hand_one_is_asked_and_what_is_left_to_colleagues_one_of_them_goes_on_with()
    {
        var (agent, desk) = await AtWorkAsync(DemoPeople.Of("Patrick Devlin"));
        var contact = desk.Contact;
        await SignOutAsync(agent);
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("still in your hands$") })).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.Locator($"main a[href='/desk/{contact}']").First).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(agent);
        await agent.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await agent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        await agent.Link("Stay signed in").ClickAsync();
        await agent.Page.WaitForURLAsync("**/desk/*", new() { WaitUntil = WaitUntilState.Commit });

        await SignOutAsync(agent);
        await agent.Button("Leave to colleagues and sign out").ClickAsync();
        await Assertions.Expect(agent.Heading("Sign in")).ToBeVisibleAsync();
        var other = new AtDesk(await SignedInAsync(Role.Agent));
        await other.Page.GotoAsync($"/desk/{contact}");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Resume this contact" }).ClickAsync();
        await other.AtAsync("Hear what happened");
    }

    [Fact]
    public async Task Kept_it_is_there_when_one_comes_back()
    {
        var (agent, desk) = await AtWorkAsync(DemoPeople.Of("Isla Robertson"));
        var contact = desk.Contact;
        await SignOutAsync(agent);
        await agent.Button("Keep and sign out").ClickAsync();
        await Assertions.Expect(agent.Heading("Sign in")).ToBeVisibleAsync();
        await using var db = Product.OpenDb();
        Assert.Null((await db.Set<HandlingRow>().SingleAsync(row => row.Contact == contact)).LeftAt);
        var again = new AtDesk(await SignedInAsync(DemoPeople.Of("Isla Robertson")));
        await again.Page.GotoAsync($"/desk/{contact}");
        await again.AtAsync("Hear what happened");
    }

    /// <summary>In 0.1.0 what was half typed stayed in the tab, for whoever sat down next.</summary>
    [Fact]
    public async Task What_is_half_typed_goes_with_whoever_signs_out_and_stays_where_they_only_were_asked()
    {
        var (agent, _) = await AtWorkAsync(DemoPeople.Of("Yasmin Begum"));
        await agent.Page.Locator("main textarea:visible").First.FillAsync("born on 1 May");
        Assert.Equal(1, await DraftsAsync(agent));
        await SignOutAsync(agent);
        await agent.Link("Stay signed in").ClickAsync();
        await agent.Page.WaitForURLAsync("**/desk/*");
        Assert.Equal(1, await DraftsAsync(agent));
        await SignOutAsync(agent);
        await agent.Button("Keep and sign out").ClickAsync();
        await Assertions.Expect(agent.Heading("Sign in")).ToBeVisibleAsync();
        Assert.Equal(0, await DraftsAsync(agent));
    }

    private static Task<int> DraftsAsync(Visit agent) =>
        agent.Page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(key => key.startsWith('draft ')).length");

    private async Task<(Visit Agent, AtDesk Desk)> AtWorkAsync(DemoPerson person)
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(person);
        var desk = new AtDesk(agent);
        await desk.StartAsync(payments.Type, "Hear what happened");
        return (agent, desk);
    }

    private static async Task SignOutAsync(Visit agent)
    {
        await agent.Page.Locator(".shell-me > summary").ClickAsync();
        await agent.Button("Sign out").ClickAsync();
    }
}
