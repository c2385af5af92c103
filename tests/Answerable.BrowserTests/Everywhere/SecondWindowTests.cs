using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>One person with the same contact open twice.</summary>
public sealed class SecondWindowTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task The_second_hears_that_the_customer_was_named_and_corrected_in_the_first_and_keeps_what_is_half_typed()
    {
        var (first, reference) = (await SignedInAsync(Role.Agent), Unique("AC"));
        await new AtDesk(first).StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        var second = await first.Page.Context.NewPageAsync();
        await second.GotoAsync(first.Page.Url);
        var note = second.GetByRole(AriaRole.Textbox, new() { Name = "New note" });
        await note.PressSequentiallyAsync("Half a note");

        await first.Field("Reference").FillAsync($"{reference} wrong");
        await first.Button("This is the customer").ClickAsync();
        await Assertions.Expect(Customer(second)).ToContainTextAsync($"{reference} wrong");
        // Whoever writes goes on where they were: a letter that fell beside the field would be a key of the desk.
        await Assertions.Expect(note).ToBeFocusedAsync();
        await second.Keyboard.TypeAsync(" by b");
        await note.PressAsync("Home");
        await first.Page.GetByText("It is another customer").ClickAsync();
        await first.Field("Reference").FillAsync($"{reference} right");
        await first.Button("Name them instead").ClickAsync();
        await Assertions.Expect(Customer(second)).ToContainTextAsync($"{reference} right");
        await Assertions.Expect(note).ToBeFocusedAsync();
        await second.Keyboard.TypeAsync("Not b");
        await Assertions.Expect(note).ToHaveValueAsync("Not bHalf a note by b");
    }

    [Fact]
    public async Task A_refusal_beside_the_step_is_said_once_and_its_field_has_the_focus()
    {
        var agent = await SignedInAsync(Role.Agent);
        await new AtDesk(agent).StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        foreach (var script in new[] { true, false })
        {
            await agent.Field("Reference").FillAsync("4111 1111 1111 1111");
            if (script)
                await agent.Button("This is the customer").ClickAsync();
            else
                await agent.Page.EvaluateAsync("document.querySelector('form[action$=\"/customer\"]').submit()");
            await Assertions.Expect(agent.Page.GetByText("looks like a card number")).ToHaveCountAsync(1);
            await Assertions.Expect(agent.Field("Reference")).ToBeFocusedAsync();
        }
    }

    private static ILocator Customer(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Customer", Exact = true });
}
