using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A contact's own page, the fields in which its customer's words are typed, and the page that says what the centre is.</summary>
public sealed class ContactAndCentreTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_contact_says_how_long_it_waited_in_each_queue_and_whoever_opened_it_is_listed()
    {
        var (first, last) = (Unique("Bins"), Unique("Payments"));
        await WaitsInTwoAsync(first, last);
        var manager = await SignedInAsync(Role.Manager);
        var today = TimeProvider.System.GetUtcNow();
        await manager.Page.GotoAsync(
            $"/contacts?kind=live,demo&queue={Uri.EscapeDataString(last)}&from={today.AddDays(-1):yyyy-MM-dd}&last={today.AddDays(1):yyyy-MM-dd}");
        var contact = manager.Page.Locator("tbody th a").First;
        var address = await contact.GetAttributeAsync("href");
        await contact.ClickAsync();
        await SaysAsync(manager, "Waited", "5 min 0 s");
        await SaysAsync(manager, "In each queue", $"{first} 2 min 0 s, {last} 3 min 0 s");
        await AssertOpenAsync(manager);

        var compliance = await SignedInAsync(Role.Compliance);
        await compliance.Page.GotoAsync("/customers/looks");
        await Assertions.Expect(compliance.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = address!.Split('/')[^1] }).First)
            .ToContainTextAsync(Person(Role.Manager).Name);
        await AssertOpenAsync(compliance);
    }

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

    /// <summary>Three forms stand beside each other: to send one takes nothing away of what was typed into another.</summary>
    [Fact]
    public async Task What_was_typed_into_another_form_of_the_centre_is_there_again()
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.GotoAsync("/centre");
        var monday = visit.Page.GetByLabel(new Regex("^Monday"));
        await monday.FillAsync("nine to five");
        await visit.Button("Keep these hours").ClickAsync();
        await Assertions.Expect(monday).ToHaveAttributeAsync("aria-invalid", "true");
        await visit.Page.GetByLabel(new Regex("^Date")).First.FillAsync("2031-05-05");
        await visit.Page.GetByLabel(new Regex("^Why")).First.FillAsync("Stocktaking");
        await visit.Button("Set the day").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Stocktaking" })).ToBeVisibleAsync();
        await Assertions.Expect(monday).ToHaveValueAsync("nine to five");
    }

    private static async Task AssertOpenAsync(Visit visit)
    {
        foreach (var colours in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = colours });
            await Axe.AssertNoneAsync(visit);
        }
    }

    private static Task SaysAsync(Visit visit, string name, string words) => Assertions.Expect(
        visit.Page.Locator("dt").Filter(new() { HasTextRegex = new Regex($"^{name}$") }).Locator("xpath=following-sibling::dd[1]"))
        .ToHaveTextAsync(words);

    private async Task WaitsInTwoAsync(string first, string last)
    {
        var keys = await SignedInAsync(Role.Administrator);
        await keys.Page.GotoAsync("/keys");
        await keys.Field("What it is for").FillAsync(first);
        await keys.Button("Make the key").ClickAsync();
        using var http = new HttpClient { BaseAddress = new Uri(Product.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await keys.Field("The new key").InputValueAsync());
        var begun = TimeProvider.System.GetUtcNow().AddMinutes(-10);
        object Told(string type, int minute, string? queue = null) =>
            new { id = $"{first} {type} {minute}", contact = first, type, at = begun.AddMinutes(minute), queue };
        using var answer = await http.PostAsJsonAsync("/api/contacts/events", new[]
        {
            Told("arrived", 0), Told("queued", 0, first), Told("queued", 2, last), Told("answered", 5), Told("ended", 8), Told("wrapped", 9),
        });
        answer.EnsureSuccessStatusCode();
    }
}
