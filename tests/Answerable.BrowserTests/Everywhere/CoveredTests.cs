using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>An open page whose person's session ended shows nothing of theirs any more, and says why; what was typed is there when they are
/// back.</summary>
public sealed class CoveredTests(Product product) : BrowserTest(product)
{
    private const string Words = "She took two days off.";

    [Fact]
    public async Task The_desk_of_one_who_was_deactivated_is_covered_and_says_so()
    {
        var (person, agent) = await TypingAsync("Jodie Langstaff");
        var admin = await AdministratorAsync(person, "/deactivation");
        await admin.Field("Why").FillAsync("They left.");
        await admin.Button($"Deactivate {person.Name}").ClickAsync();
        await AssertCoveredAsync(agent.Page, "Your account was closed by an administrator.");
        await Axe.AssertNoneAsync(agent);
        await agent.Page.Keyboard.PressAsync("Escape");
        await agent.Page.Keyboard.PressAsync("Escape");
        await AssertCoveredAsync(agent.Page, "Your account was closed by an administrator.");
        await agent.Link("Go to where one signs in").ClickAsync();
        await Assertions.Expect(agent.Heading("Sign in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_was_signed_out_elsewhere_signs_in_where_they_are_and_nothing_typed_is_lost()
    {
        var (person, agent) = await TypingAsync("Callum Fairhurst");
        var admin = await AdministratorAsync(person);
        await admin.Button($"Sign {person.Name} out everywhere").ClickAsync();
        await AssertCoveredAsync(agent.Page, "You were signed out. Sign in again to go on.");
        await agent.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await agent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        await SignInHereAsync(agent.Page, person);
        await AssertKeptAsync(agent);
    }

    [Fact]
    public async Task Whose_roles_were_changed_is_told_so_and_goes_on_in_those_they_have()
    {
        var (person, agent) = await TypingAsync("Hannah Prestwich");
        var admin = await AdministratorAsync(person);
        await admin.Field("Senior agent").CheckAsync();
        await admin.Button("Keep team and roles").ClickAsync();
        await AssertCoveredAsync(agent.Page, "What you may do was changed by an administrator. Sign in again to go on.");
        await SignInHereAsync(agent.Page, person);
        await AssertKeptAsync(agent);
    }

    [Fact]
    public async Task Both_windows_are_covered_where_one_is_signed_out_and_both_are_open_again_where_one_signs_in()
    {
        var (person, agent) = await TypingAsync("Harpreet Gill");
        var home = await agent.Page.Context.NewPageAsync();
        await home.GotoAsync("/");
        var leaving = await agent.Page.Context.NewPageAsync();
        await leaving.GotoAsync("/sign-out/contacts");
        await leaving.GetByRole(AriaRole.Button, new() { Name = "Keep and sign out" }).ClickAsync();
        foreach (var page in new[] { agent.Page, home })
            await AssertCoveredAsync(page, "You were signed out. Sign in again to go on.");
        await SignInHereAsync(agent.Page, person);
        await AssertOpenAsync(home);
        await AssertKeptAsync(agent);
    }

    /// <summary>A page that hears no stream asks each minute what waits.</summary>
    [Fact]
    public async Task A_page_that_hears_nothing_is_covered_at_its_next_question()
    {
        var person = DemoPeople.Of("Devon Campbell");
        var visit = await VisitAsync();
        await visit.Page.Clock.InstallAsync();
        await visit.SignInAsync(person.Email, DemoAccounts.Password);
        await visit.Page.GotoAsync("/account");
        var admin = await AdministratorAsync(person);
        await admin.Button($"Sign {person.Name} out everywhere").ClickAsync();
        await Assertions.Expect(admin.Page.GetByText($"{person.Name} is signed in nowhere.")).ToBeVisibleAsync();
        await visit.Page.Clock.FastForwardAsync(61_000);
        await AssertCoveredAsync(visit.Page, "You were signed out. Sign in again to go on.");
        await SignInHereAsync(visit.Page, person);
        await AssertOpenAsync(visit.Page);
    }

    [Fact]
    public async Task Where_somebody_else_signs_in_the_first_ones_window_shows_nothing_and_leads_to_the_others_pages()
    {
        var (_, agent) = await TypingAsync("Dominic Yates");
        var other = await agent.Page.Context.NewPageAsync();
        await other.GotoAsync("/sign-in");
        await other.GetByLabel("E-mail address").FillAsync(Person(Role.SeniorAgent).Email);
        await other.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await AssertCoveredAsync(agent.Page, "Somebody else has signed in in this browser.");
        await agent.Link("Go on to your own pages").ClickAsync();
        await Assertions.Expect(agent.Page.Locator(".shell-me .shell-wide")).ToHaveTextAsync(Person(Role.SeniorAgent).Name);
    }

    /// <summary>At work, with a note half typed.</summary>
    private async Task<(DemoPerson Person, Visit Agent)> TypingAsync(string name)
    {
        var payments = await Product.PaymentsAsync();
        var person = DemoPeople.Of(name);
        var agent = await SignedInAsync(person);
        await new AtDesk(agent).StartAsync(payments.Type, "Hear what happened");
        await agent.Field("New note n").FillAsync(Words);
        return (person, agent);
    }

    private async Task<Visit> AdministratorAsync(DemoPerson person, string at = "")
    {
        var admin = await SignedInAsync(Role.Administrator);
        await admin.Page.GotoAsync($"/people/{person.Id}{at}");
        return admin;
    }

    private static async Task AssertCoveredAsync(IPage page, string why)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = why, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToBeHiddenAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Signed out");
    }

    private static async Task SignInHereAsync(IPage page, DemoPerson person)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in here" }).ClickAsync();
        var dialog = page.Locator("dialog.again");
        await dialog.GetByLabel("E-mail address").FillAsync(person.Email);
        await dialog.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await dialog.GetByLabel("Password").PressAsync("Enter");
    }

    private static async Task AssertOpenAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("dialog.covers, dialog.again")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
    }

    private static async Task AssertKeptAsync(Visit agent)
    {
        await AssertOpenAsync(agent.Page);
        await Assertions.Expect(agent.Field("New note n")).ToHaveValueAsync(Words);
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Region, new() { Name = "Notes" })).ToContainTextAsync(Words);
    }
}
