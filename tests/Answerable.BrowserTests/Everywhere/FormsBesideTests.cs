using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A page of several forms: sending one loses nothing of another.</summary>
public sealed class FormsBesideTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_week_that_was_refused_is_still_typed_after_a_special_day_was_kept()
    {
        var admin = await SignedInAsync(Role.Administrator);
        await admin.Page.GotoAsync("/centre");
        await admin.Field("Monday").FillAsync("nine to five");
        await admin.Button("Keep these hours").ClickAsync();
        await Assertions.Expect(admin.Field("Monday")).ToHaveAttributeAsync("aria-invalid", "true");
        await admin.Field("Date").FillAsync("2031-12-24");
        await admin.Button("Set the day").ClickAsync();
        await Assertions.Expect(admin.Page.Locator("[data-kept]")).ToHaveTextAsync("Kept.");
        await Assertions.Expect(admin.Field("Monday")).ToHaveValueAsync("nine to five");
    }
}
