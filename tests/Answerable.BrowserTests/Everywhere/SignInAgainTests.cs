using Answerable.App.Demo;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A session that ends under one's hands: one signs in where one is, and what was typed is sent.</summary>
public sealed class SignInAgainTests(Product product) : BrowserTest(product)
{
    private const string Words = "She took two days off.";

    [Fact]
    public async Task One_whose_session_ended_signs_in_on_the_desk_and_what_was_typed_is_sent()
    {
        var person = DemoPeople.Of("Yasmin Begum");
        var (agent, contact) = await EndedAsync(await SignedInAsync(person));
        await OpenAsync(agent);
        await Axe.AssertNoneAsync(agent);
        await agent.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await agent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        await agent.Page.SetViewportSizeAsync(1280, 900);
        await FillAsync(agent, person.Email, "not this one");
        await Assertions.Expect(Dialog(agent).GetByRole(AriaRole.Alert)).ToContainTextAsync("The address or the password is wrong.");
        await Assertions.Expect(Dialog(agent).GetByLabel("E-mail address")).ToBeFocusedAsync();
        await FillAsync(agent, person.Email, DemoAccounts.Password);
        await AssertSentAsync(agent, contact);
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_there_too()
    {
        var person = DemoPeople.Of("Ben Tattersall");
        var agent = await SignedInAsync(person);
        await agent.Page.GotoAsync("/account/second-factor");
        var key = await agent.Page.Locator("input[name=Key]").GetAttributeAsync("value");
        var code = OneTimeCode.At(key!.Replace(" ", "", StringComparison.Ordinal), TimeProvider.System.GetUtcNow());
        await agent.Field("Type the six digits it shows").FillAsync(code);
        await agent.Field("Your password").FillAsync(DemoAccounts.Password);
        await agent.Button("Turn the second factor on").ClickAsync();
        await Assertions.Expect(agent.Heading("Your second factor is on. Keep these recovery codes")).ToBeVisibleAsync();
        var recovery = await agent.Page.Locator("main li code").First.TextContentAsync();
        var (ended, contact) = await EndedAsync(agent);
        await OpenAsync(ended);
        await FillAsync(ended, person.Email, DemoAccounts.Password);
        await Dialog(ended).GetByLabel("Six-digit code").FillAsync(recovery!.Replace("-", "", StringComparison.Ordinal));
        await Dialog(ended).GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await AssertSentAsync(ended, contact);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_does_nothing_in_the_first_ones_name()
    {
        var (agent, contact) = await EndedAsync(await SignedInAsync(DemoPeople.Of("Yasmin Begum")));
        await OpenAsync(agent);
        await FillAsync(agent, Person(Role.SeniorAgent).Email, DemoAccounts.Password);
        await Assertions.Expect(Dialog(agent).GetByRole(AriaRole.Heading)).ToHaveTextAsync($"You are signed in as {Person(Role.SeniorAgent).Name}");
        await Dialog(agent).GetByRole(AriaRole.Link, new() { Name = "Go on to your own pages" }).ClickAsync();
        await Assertions.Expect(agent.Page.Locator(".shell-me .shell-wide")).ToHaveTextAsync(Person(Role.SeniorAgent).Name);
        Assert.DoesNotContain("walk.note-made", await WalkFactsAsync(contact));
        Assert.Empty(await agent.Page.EvaluateAsync<string[]>("Object.keys(sessionStorage).filter(key => key.startsWith('draft '))"));
    }

    [Fact]
    public async Task Where_every_cookie_is_gone_one_signs_in_again_all_the_same_and_what_was_refused_is_sent()
    {
        var agent = await SignedInAsync(DemoPeople.Of("Yasmin Begum"));
        var contact = await TypingAsync(agent);
        await agent.Page.Context.ClearCookiesAsync();
        await RefusedAsync(agent);
        await OpenAsync(agent);
        await FillAsync(agent, DemoPeople.Of("Yasmin Begum").Email, DemoAccounts.Password);
        await AssertSentAsync(agent, contact);
    }

    /// <summary>At work, with a note half typed and sent in the moment in which the session ended: before the page had heard of it.</summary>
    private async Task<(Visit Agent, ContactId Contact)> EndedAsync(Visit agent)
    {
        var contact = await TypingAsync(agent);
        await agent.Page.EvaluateAsync("document.addEventListener('session-asked', asked => asked.stopImmediatePropagation(), true)");
        var other = await agent.Page.Context.NewPageAsync();
        await other.GotoAsync("/sign-out/contacts");
        await other.GetByRole(AriaRole.Button, new() { Name = "Keep and sign out" }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await other.CloseAsync();
        await RefusedAsync(agent);
        return (agent, contact);
    }

    private async Task<ContactId> TypingAsync(Visit agent)
    {
        var payments = await Product.PaymentsAsync();
        var desk = new AtDesk(agent);
        await desk.StartAsync(payments.Type, "Hear what happened");
        await agent.Field("New note n").FillAsync(Words);
        return desk.Contact;
    }

    private static async Task RefusedAsync(Visit agent)
    {
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("your session has ended");
    }

    private static async Task OpenAsync(Visit agent)
    {
        await agent.Button("Sign in here").ClickAsync();
        await Assertions.Expect(Dialog(agent).GetByLabel("E-mail address")).ToBeFocusedAsync();
    }

    private static async Task FillAsync(Visit agent, string email, string password)
    {
        await Dialog(agent).GetByLabel("E-mail address").FillAsync(email);
        await Dialog(agent).GetByLabel("Password").FillAsync(password);
        await Dialog(agent).GetByLabel("Password").PressAsync("Enter");
    }

    private async Task AssertSentAsync(Visit agent, ContactId contact)
    {
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Region, new() { Name = "Notes" })).ToContainTextAsync(Words);
        await Assertions.Expect(Dialog(agent)).ToHaveCountAsync(0);
        await Assertions.Expect(agent.Field("New note n")).ToHaveValueAsync("");
        // They never left: what they were doing before they were taken for gone they do again.
        await Assertions.Expect(agent.Heading("You are: with a customer")).ToBeVisibleAsync();
        Assert.DoesNotContain("Signed out", await agent.Page.Locator("#presence option").AllTextContentsAsync());
        Assert.Single(await WalkFactsAsync(contact), "walk.note-made");
    }

    private async Task<IReadOnlyList<string>> WalkFactsAsync(ContactId contact) =>
        await Told.NamesAsync(Product, (await AtDesk.WalkAsync(Product, contact)).Id.Value);

    private static ILocator Dialog(Visit agent) => agent.Page.Locator("dialog.again");
}
