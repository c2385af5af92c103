using Answerable.App.Journal;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Tests.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Card data typed at the desk is kept nowhere: not as a draft in the tab, not in a row, not in the journal.</summary>
public sealed class CardDataTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task What_the_server_would_mask_is_not_even_kept_as_a_draft()
    {
        var desk = await AtFirstStepAsync();
        // A line to type in holds no breaks of lines.
        foreach (var example in CardExamples.All.Where(example => example.Typed.Length > 0 && !example.Typed.Contains('\n')))
            Assert.Contains(example.Kept, await DraftsAsync(desk, example.Typed));
    }

    [Fact]
    public async Task A_card_number_in_an_answer_is_masked_before_it_is_written()
    {
        var desk = await AtFirstStepAsync();
        await Happened(desk).FillAsync("He read out 4111 1111 1111 1111, CVV 123.");
        await desk.GoOnAsync("Is a payment due?");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await desk.AtAsync("Hear what happened");
        await Assertions.Expect(Happened(desk)).ToHaveValueAsync("He read out 4111 11** **** 1111, CVV ***.");
        await using var db = Product.OpenDb();
        var bodies = await db.Set<JournalRow>().Where(row => row.Actor == Person(Role.Agent).Id.Value).Select(row => row.Body).ToListAsync();
        Assert.DoesNotContain(bodies.Append((await AtDesk.WalkAsync(Product, desk.Contact)).State), text =>
            text.Contains("1111 1111", StringComparison.Ordinal));
    }

    /// <summary>Masked, some words take a line less: the button under them would go from under the finger that presses it.</summary>
    [Fact]
    public async Task A_box_in_which_a_card_number_is_masked_stays_as_high_wherever_the_number_stands_in_its_line()
    {
        var desk = await AtFirstStepAsync();
        var heights = await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "New note" }).EvaluateAsync<double[][]>("""
            box => Array.from({ length: 90 }, (_, words) => {
              box.style.minHeight = "";
              box.value = `${"4111 1111 1111 1111, CVV 123. ".repeat(9)}${"i".repeat(words)}`;
              box.dispatchEvent(new InputEvent("input", { bubbles: true }));
              const typed = box.offsetHeight;
              box.dispatchEvent(new Event("change", { bubbles: true }));
              const masked = box.offsetHeight;
              box.style.minHeight = "";
              return [typed, masked, box.offsetHeight];
            })
            """);
        Assert.All(heights, height => Assert.Equal(height[0], height[1]));
        Assert.True(heights.Any(height => height[2] < height[0]), "None would have become lower, so nothing is shown.");
    }

    private async Task<AtDesk> AtFirstStepAsync()
    {
        var desk = new AtDesk(await SignedInAsync(Role.Agent));
        await desk.StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        return desk;
    }

    private static ILocator Happened(AtDesk desk) => desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "What happened" });

    private static async Task<string[]> DraftsAsync(AtDesk desk, string typed)
    {
        await Happened(desk).FillAsync(typed);
        return await desk.Page.EvaluateAsync<string[]>("() => Object.values(sessionStorage)");
    }
}
