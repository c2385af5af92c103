using System.Text.RegularExpressions;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>The fields in which a customer's words are typed, and the page that says what the centre is.</summary>
public sealed class ContactAndCentreTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task What_is_kept_as_personal_is_said_at_the_field()
    {
        var agent = await SignedInAsync(Role.Agent);
        await new AtDesk(agent).StartAsync("Complaint about an officer", "Hear it out");
        await Assertions.Expect(agent.Page.GetByLabel(new Regex("^What happened, in their words.*kept as personal"))).ToBeVisibleAsync();
        await AssertOpenAsync(agent);
    }

    [Fact]
    public async Task What_the_centre_is_told_amiss_is_said_at_its_own_field()
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.GotoAsync("/centre");
        foreach (var label in new[] { "Name", "Time zone", "Currency", "Bank holidays", "Date", "Open" })
            await Assertions.Expect(visit.Page.GetByLabel(new Regex($"^{label}( |$)")).First).ToBeVisibleAsync();
        var zone = visit.Page.GetByLabel(new Regex("^Time zone"));
        await zone.FillAsync("Nowhere/Land");
        await visit.Button("Keep these").ClickAsync();
        await Assertions.Expect(zone).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(zone).ToHaveValueAsync("Nowhere/Land");
        await Assertions.Expect(zone).ToHaveAccessibleDescriptionAsync(new Regex("'Nowhere/Land' is not a time zone"));
        await AssertOpenAsync(visit);
    }

    private static async Task AssertOpenAsync(Visit visit)
    {
        foreach (var colours in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Axe.AssertNoneAsync(visit);
        }
    }
}
