using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>What stands round every page: the navigation, the top line, the way to anything.</summary>
public sealed class ShellTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_few_letters_lead_to_a_page_and_to_a_procedure_by_keyboard()
    {
        var visit = await SignedInAsync(Role.Designer);
        var words = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "A page, a contact type" });
        await visit.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(words).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("missed");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Option, new() { Name = "Missed bin collection Procedure" }))
            .ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Option, new() { Name = "Missed bin collection Contact type" })).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AtAddressAsync("/contact-types/missed-bin");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Without_script_the_same_is_a_page()
    {
        var visit = await SignedInAsync(Role.Agent, script: false);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to" }).ClickAsync();
        await visit.Field("What are you looking for?").FillAsync("desk");
        await visit.Button("Find").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Desk" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Start a contact" })).ToBeVisibleAsync();
    }

    /// <summary>On a telephone the mark of the demo centre took the room of where one is.</summary>
    [Fact]
    public async Task At_390_pixels_where_one_is_stands_in_one_line_and_is_not_cut_off()
    {
        var visit = await (await VisitAsync(390)).SignInAsync(Person(Role.Manager).Email, App.Demo.DemoAccounts.Password);
        string[] addresses = ["/", "/desk", "/referrals", "/procedures", "/measures", "/people", "/imports", "/account", "/account/password"];
        foreach (var address in addresses)
        {
            await visit.Page.GotoAsync(address);
            Assert.Equal((address, 44, 0), (address, (int)(await visit.Page.Locator(".shell-top").BoundingBoxAsync())!.Height,
                await visit.Page.EvaluateAsync<int>(
                    "Math.max(...[...document.querySelectorAll('#where li')].map(one => one.scrollWidth - one.clientWidth))")));
        }
    }

    [Fact]
    public async Task A_group_that_was_folded_stays_folded_and_the_desk_has_but_a_rail()
    {
        var visit = await SignedInAsync(Role.Agent);
        await visit.Page.GotoAsync("/");
        var nav = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await Assertions.Expect(nav.GetByRole(AriaRole.Link, new() { Name = "Procedures" })).ToBeVisibleAsync();
        await nav.GetByText("Design", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(nav.GetByRole(AriaRole.Link, new() { Name = "Procedures" })).ToBeHiddenAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(nav.GetByRole(AriaRole.Link, new() { Name = "Procedures" })).ToBeHiddenAsync();

        await visit.Page.GotoAsync("/desk");
        var side = visit.Page.GetByRole(AriaRole.Banner);
        await visit.Page.Mouse.MoveAsync(700, 600);
        Assert.InRange((await side.BoundingBoxAsync())!.Width, 1, 56);
        await nav.GetByRole(AriaRole.Link, new() { Name = "Contact types" }).FocusAsync();
        await Assertions.Expect(nav.GetByText("Contact types")).ToBeInViewportAsync();
        Assert.InRange((await side.BoundingBoxAsync())!.Width, 100, 300);
    }

    [Fact]
    public async Task The_line_above_says_where_one_is_and_who_and_that_it_is_a_demo_once()
    {
        var visit = await SignedInAsync(Role.Manager);
        await visit.Page.GotoAsync("/authority/goodwill");
        var crumbs = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Where you are" });
        await Assertions.Expect(crumbs.GetByRole(AriaRole.Link, new() { Name = "Authority" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Demo", new() { Exact = false })).ToHaveCountAsync(1);
        Assert.Equal("Demo\u00a0centre: invented data", (await visit.Page.Locator(".badge.is-demo").TextContentAsync())!.Trim());
        await visit.Page.GetByLabel(Person(Role.Manager).Name).ClickAsync();
        await visit.Button("Sign out").ClickAsync();
        await Assertions.Expect(visit.Heading("Sign in")).ToBeVisibleAsync();
    }
}
