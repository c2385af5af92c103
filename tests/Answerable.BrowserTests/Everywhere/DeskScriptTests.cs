using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>What the desk does by script for one who works on it.</summary>
public sealed class DeskScriptTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task What_was_not_sent_or_not_taken_is_said_in_sight_and_what_was_typed_stays()
    {
        var (agent, page) = await AtWorkAsync();
        await agent.Field("New note n").FillAsync("She took two days off.");
        await page.RouteAsync("**/notes", route => route.AbortAsync());
        await SaysAsync(agent, "Not sent");
        await page.UnrouteAsync("**/notes");
        await page.RouteAsync("**/notes", route => route.FulfillAsync(new() { Status = 404, Body = "" }));
        await SaysAsync(agent, "Not done");
        await page.UnrouteAsync("**/notes");
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(page.GetByText("She took two days off.").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_card_number_is_hidden_as_its_field_is_left_and_a_presence_being_chosen_outlives_the_left_side()
    {
        var (agent, page) = await AtWorkAsync();
        await agent.Field("New note n").FillAsync("4111 1111 1111 1111");
        await agent.Field("New note n").PressAsync("Tab");
        await Assertions.Expect(agent.Field("New note n")).ToHaveValueAsync("4111 11** **** 1111");
        await agent.Field("Change to").SelectOptionAsync("Break");
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("document.querySelector('#presence-head').textContent = 'old'; "
            + "htmx.trigger('#desk-left', 'sse:queue')"), answer => answer.Url.Contains("part=left", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#presence-head")).ToContainTextAsync("You are");
        await Assertions.Expect(agent.Field("Change to")).ToHaveValueAsync("Break");
    }

    [Fact]
    public async Task What_is_refused_has_the_focus_and_stands_whatever_is_done_next_and_Back_leaves_the_keys_alive()
    {
        var agent = await SignedInAsync(Role.Agent);
        var (page, desk) = (agent.Page, new AtDesk(agent));
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        var amount = desk.Amount;
        await amount.FillAsync("0,45");
        await page.Locator("[data-onward]").ClickAsync();
        await Assertions.Expect(amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(amount).ToBeFocusedAsync();
        await agent.Field("New note n").FillAsync("They were polite about it.");
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(page.GetByText("They were polite about it.").First).ToBeVisibleAsync();
        await Assertions.Expect(amount).ToHaveValueAsync("0,45");

        await page.GoBackAsync();
        await desk.AtAsync("Offer a payment");
        await Assertions.Expect(amount).ToHaveValueAsync("0,45");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#desk-keys")).ToBeVisibleAsync();
        Assert.DoesNotContain(agent.Errors, error => !error.Contains("422", StringComparison.Ordinal));
    }

    /// <summary>Filled in by the page or not, a line of text or a choice: what somebody has changed stands until it is sent.</summary>
    [Fact]
    public async Task What_is_half_filled_outlives_whatever_else_is_done_at_the_desk()
    {
        var agent = await SignedInAsync(Role.Agent);
        var page = agent.Page;
        await page.GotoAsync("/desk");
        await agent.Field("How they came").SelectOptionAsync("Email");
        await agent.Field("Change to").SelectOptionAsync("Break");
        await agent.Button("Change").ClickAsync();
        await Assertions.Expect(page.Locator("#presence-head")).ToContainTextAsync("break");
        await Assertions.Expect(agent.Field("How they came")).ToHaveValueAsync("Email");

        var desk = new AtDesk(agent);
        await desk.StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        var happened = page.GetByRole(AriaRole.Textbox, new() { Name = "What happened" });
        await happened.FillAsync("The bin was left full.");
        await desk.GoOnAsync("Is a payment due?");
        await page.Locator("[data-back]").ClickAsync();
        await desk.AtAsync("Hear what happened");
        await Assertions.Expect(happened).ToHaveValueAsync("The bin was left full.");
        await happened.FillAsync("Two bins were left full.");
        await agent.Button("Hold").ClickAsync();
        await Assertions.Expect(agent.Button("Off hold")).ToBeVisibleAsync();
        await Assertions.Expect(happened).ToHaveValueAsync("Two bins were left full.");
        await page.ReloadAsync();
        await Assertions.Expect(happened).ToHaveValueAsync("Two bins were left full.");

        await agent.Button("Off hold").ClickAsync();
        await Assertions.Expect(agent.Button("Hold")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Known already: go on" }).ClickAsync();
        await desk.AtAsync("Is a payment due?");
        await page.Locator("[data-back]").ClickAsync();
        await Assertions.Expect(happened).ToHaveValueAsync("Two bins were left full.");
        Assert.Empty(agent.Errors);
    }

    /// <summary>One Enter too many after the contact before. A form is sent as its button is pressed, not some time after.</summary>
    [Fact]
    public async Task Enter_starts_no_contact_while_nothing_is_chosen_or_typed()
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(Role.Agent);
        var page = agent.Page;
        await page.GotoAsync("/desk");
        await Assertions.Expect(agent.Heading("Start a contact")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.addEventListener('submit', () => sent++, true); window.sent = 0");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await page.EvaluateAsync<int>("sent"));
        await agent.ChooseAsync("What it is about", payments.Type);
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("Enter");
        await new AtDesk(agent).AtAsync("Hear what happened");
        Assert.Equal(1, await page.EvaluateAsync<int>("sent"));
    }

    [Fact]
    public async Task A_contact_left_in_another_window_leaves_the_middle_of_the_first_by_itself()
    {
        var (_, page) = await AtWorkAsync();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.GetByRole(AriaRole.Button, new() { Name = "Leave for later" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Left to be resumed", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "This contact was left to be resumed." }))
            .ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_next_step_begins_at_its_heading_however_far_the_one_before_was_scrolled()
    {
        var (_, page) = await AtWorkAsync();
        await page.SetViewportSizeAsync(1280, 320);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "What happened" }).FillAsync("The bin was left full.");
        await page.EvaluateAsync("window.scrollTo(0, document.body.scrollHeight)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        var heading = page.GetByRole(AriaRole.Heading, new() { Name = "Is a payment due?", Exact = true });
        await Assertions.Expect(heading).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(page.GetByText("Step 2 of").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Where_one_is_follows_the_middle_of_the_desk()
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await agent.Page.GotoAsync("/desk");
        var here = agent.Page.Locator(".shell-crumbs [aria-current=page]");
        await Assertions.Expect(here).ToHaveTextAsync("Desk");
        await desk.StartAsync(payments.Type, "Hear what happened");
        await Assertions.Expect(here).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{payments.Type}, case \\d+$"));
        await agent.Button("Leave for later").ClickAsync();
        await desk.AtAsync("Start a contact");
        await Assertions.Expect(here).ToHaveTextAsync("Desk");
    }

    private async Task<(Visit Agent, IPage Page)> AtWorkAsync()
    {
        var payments = await Product.PaymentsAsync();
        var agent = await SignedInAsync(Role.Agent);
        await new AtDesk(agent).StartAsync(payments.Type, "Hear what happened");
        return (agent, agent.Page);
    }

    private static async Task SaysAsync(Visit agent, string words)
    {
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await Assertions.Expect(agent.Field("New note n")).ToHaveValueAsync("She took two days off.");
    }
}
