using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

public sealed class KeyboardTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task The_first_tab_leads_past_the_navigation()
    {
        var visit = await SignedInAsync(Role.Agent);
        await visit.Page.GotoAsync("/contact-types");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Link("Skip to the page")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_contact_is_led_from_start_to_close_without_a_pointer()
    {
        var agent = await SignedInAsync(Role.Agent);
        var (desk, keys) = (new AtDesk(agent), agent.Page.Keyboard);
        await StartAsync(desk, agent, (await Product.PaymentsAsync()).Type);

        await TypeAsync(desk, "What happened", "The gate was shut.");
        await PressAsync(desk, "Enter", "Is a payment due?");
        await PressAsync(desk, "b", "Hear what happened");
        await PressAsync(desk, "Enter", "Is a payment due?");
        await NoteAndReferAsync(desk, keys);
        await PressAsync(desk, "2", "Nothing is due");
        await PressAsync(desk, "Enter", "Nothing is due");
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Button, new() { Name = "All done: close the contact" })).ToBeVisibleAsync();
        await PressAsync(desk, "Enter", "Start a contact");
        Assert.Empty(agent.Errors);
    }

    private static async Task StartAsync(AtDesk desk, Visit agent, string type)
    {
        await agent.Page.GotoAsync("/desk");
        await agent.Field("What it is about").FocusAsync();
        await agent.ChooseAsync("What it is about", type);
        await agent.Page.Keyboard.PressAsync("Escape");
        await PressAsync(desk, "Enter", "Hear what happened");
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Heading, new() { Name = "Hear what happened", Level = 2 })).ToBeFocusedAsync();
    }

    // Neither has a meaning while one types; Escape gives the keys back.
    private static async Task NoteAndReferAsync(AtDesk desk, IKeyboard keys)
    {
        var note = desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "New note" });
        await keys.PressAsync("n");
        await Assertions.Expect(note).ToBeFocusedAsync();
        await keys.TypeAsync("rb2");
        await Assertions.Expect(note).ToHaveValueAsync("rb2");
        await keys.PressAsync("Escape");
        await keys.PressAsync("r");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "What they should know" })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
    }

    private static async Task TypeAsync(AtDesk desk, string field, string words)
    {
        var box = desk.Page.GetByRole(AriaRole.Textbox, new() { Name = field });
        await box.FocusAsync();
        await desk.Page.Keyboard.TypeAsync(words);
        await desk.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task PressAsync(AtDesk desk, string key, string to)
    {
        await desk.Page.Keyboard.PressAsync(key);
        await desk.AtAsync(to);
    }
}
