using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

public sealed class PageTests(Product product) : BrowserTest(product)
{
    // Ways to a place within a page: here it must be there, elsewhere there must be a page.
    private const string DeadWays = """
        async () => {
          const ways = [...document.querySelectorAll("main a[href]")].map(a => new URL(a.href))
            .filter(way => way.origin === location.origin && way.hash);
          const dead = [];
          for (const way of ways.slice(0, 30))
            if (way.pathname + way.search === location.pathname + location.search) {
              if (!document.getElementById(decodeURIComponent(way.hash.slice(1)))) dead.push(way.href);
            } else if ((await fetch(way.pathname + way.search)).status === 404) dead.push(way.href);
          return dead;
        }
        """;

    public static TheoryData<string, Permission> Pages() => [.. EveryPage.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_open_to_everybody_in_light_and_dark_wide_and_narrow(string pattern, Permission permission)
    {
        var visit = await SeenByAsync(pattern, permission);
        var answer = await visit.Page.GotoAsync(await new Filled(Product, visit).AddressAsync(pattern));
        Assert.Equal(pattern.StartsWith("/invitations", StringComparison.Ordinal) ? 422 : 200, answer!.Status);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, IncludeHidden = true })).ToHaveCountAsync(1);
        await Axe.AssertNoneAsync(visit);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(DeadWays));
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.AssertNoneAsync(visit);
        await visit.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, $"{pattern} scrolls sideways at 390 pixels.");
        Assert.DoesNotContain(visit.Errors, error => !(answer.Status == 422 && error.Contains("422", StringComparison.Ordinal)));
    }

    // The desk with a contact, and its notes, are shown as the one who has it sees them; a referral as whoever may decide it.
    private async Task<Visit> SeenByAsync(string pattern, Permission permission) => EveryPage.Visitor(permission) switch
    {
        null => await VisitAsync(),
        Role.Agent when pattern.StartsWith("/desk/{Id:guid}", StringComparison.Ordinal) => await SignedInAsync(DemoPeople.Of("Jamal Francis")),
        Role.Agent when pattern == "/referrals/{Id:guid}" => await SignedInAsync(Role.Manager),
        { } role => await SignedInAsync(role),
    };
}
