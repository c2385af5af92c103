using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A whole page that comes back refused begins where it is mended.</summary>
public sealed class RefusedPageTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task The_focus_goes_to_the_first_field_that_is_wrong_or_to_what_is_said()
    {
        var agent = await SignedInAsync(Role.Agent);
        await agent.Page.GotoAsync("/account/password");
        await FillAsync(agent, "something long enough", "too short", "another");
        await Assertions.Expect(agent.Page.Locator("[name=Password]")).ToBeFocusedAsync();
        await FillAsync(agent, "not the one there is", "four unrelated words here", "four unrelated words here");
        await Assertions.Expect(agent.Field("Password now")).ToBeFocusedAsync();

        var nobody = await VisitAsync();
        await nobody.Page.GotoAsync("/sign-in");
        await nobody.Field("E-mail address").FillAsync("nobody@example.org");
        await nobody.Field("Password").FillAsync("whatever it may be");
        await nobody.Button("Sign in").ClickAsync();
        await Assertions.Expect(nobody.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
    }

    private static async Task FillAsync(Visit agent, string now, string password, string again)
    {
        await agent.Page.Locator("[name=Current]").FillAsync(now);
        await agent.Page.Locator("[name=Password]").FillAsync(password);
        await agent.Page.Locator("[name=Again]").FillAsync(again);
        await agent.Button("Change password").ClickAsync();
    }
}
