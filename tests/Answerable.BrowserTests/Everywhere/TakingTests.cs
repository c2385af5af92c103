using System.Net.Http.Headers;
using System.Net.Http.Json;
using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Two agents press Take on the same waiting contact at the same moment: what the second sends is held back until the first has
/// it. In a centre of its own: what a key delivers is real, and from the first real contact on no figure is of the invented ones.</summary>
public sealed class TakingTests(Product product) : BrowserTest(product), IClassFixture<Product>
{
    private static readonly DemoPerson Other = DemoPeople.Of("Yasmin Begum");

    [Fact]
    public async Task The_second_is_told_who_took_it_and_the_list_stays_under_the_pointer_until_then()
    {
        var late = await TwoPressAsync(Unique("Taken"));
        await Assertions.Expect(late.Button).ToBeVisibleAsync();
        late.Held.SetResult(route => route.ContinueAsync());
        await SaysAsync(late.Page, $"{Other.Name} took this contact a moment before you. Take the next one.");
        await Assertions.Expect(late.Button).ToHaveCountAsync(0);
        await Assertions.Expect(late.Page.GetByRole(AriaRole.Heading, new() { Name = "Start a contact", Exact = true })).ToBeVisibleAsync();
        await late.Visit.AtAddressAsync("/desk");
    }

    [Fact]
    public async Task A_list_that_waited_for_an_answer_asks_again_when_the_answer_shows_nothing()
    {
        var late = await TwoPressAsync(Unique("Waited"));
        await Assertions.Expect(late.Button).ToBeVisibleAsync();
        late.Held.SetResult(route => route.FulfillAsync(new() { Status = 500, Body = "" }));
        await SaysAsync(late.Page, "Not done");
        await Assertions.Expect(late.Button).ToHaveCountAsync(0);
    }

    [Theory, InlineData(404, "Not done"), InlineData(0, "Not sent")]
    public async Task What_is_refused_of_a_form_that_has_left_the_page_is_said(int status, string words)
    {
        var late = await TwoPressAsync(Unique("Gone"));
        await late.Button.EvaluateAsync("button => button.closest('form').remove()");
        late.Held.SetResult(route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status, Body = "" }));
        await SaysAsync(late.Page, words);
    }

    private sealed record Late(Visit Visit, ILocator Button, TaskCompletionSource<Func<IRoute, Task>> Held)
    {
        public IPage Page => Visit.Page;
    }

    private async Task<Late> TwoPressAsync(string queue)
    {
        await ArrivesAsync(queue);
        var (first, second) = (await SignedInAsync(Other), await SignedInAsync(Role.Agent));
        foreach (var visit in new[] { first, second })
            await visit.Page.GotoAsync("/desk");
        var late = new Late(second, second.Button($"Take Phone, waiting in {queue}"), new());
        await second.Page.RouteAsync("**/taking", async route => await (await late.Held.Task)(route));
        await second.Page.RunAndWaitForRequestAsync(() => late.Button.ClickAsync(),
            request => request.Url.EndsWith("/taking", StringComparison.Ordinal));
        await second.Page.EvaluateAsync("document.addEventListener('htmx:afterRequest', "
            + "({ detail }) => { if (detail.requestConfig.path.includes('part=left')) window.asked = true; })");
        await first.Button($"Take Phone, waiting in {queue}").ClickAsync();
        await first.AtAddressAsync("/desk/*-*");
        // The list was to be drawn anew meanwhile.
        await second.Page.EvaluateAsync("htmx.trigger('#desk-left', 'sse:queue')");
        await second.Page.WaitForFunctionAsync("() => window.asked");
        return late;
    }

    private async Task ArrivesAsync(string queue)
    {
        var keys = await SignedInAsync(Role.Administrator);
        await keys.Page.GotoAsync("/keys");
        await keys.Field("What it is for").FillAsync(queue);
        await keys.Button("Make the key").ClickAsync();
        using var http = new HttpClient { BaseAddress = new Uri(Product.Address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await keys.Field("The new key").InputValueAsync());
        using var answer = await http.PostAsJsonAsync("/api/contacts/events",
            new { id = queue, contact = queue, type = "arrived", at = TimeProvider.System.GetUtcNow(), queue });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task SaysAsync(IPage page, string words)
    {
        var alert = page.Locator("#desk-middle").GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync(words);
        await Assertions.Expect(alert).ToBeInViewportAsync();
    }
}
