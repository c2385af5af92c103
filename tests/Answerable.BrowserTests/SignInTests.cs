namespace Answerable.BrowserTests;

public sealed class SignInTests(Product product)
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_words_that_give_nothing_away()
    {
        await using var visit = await Visit.StartAsync(product);
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.GetByLabel("E-mail address").FillAsync("nobody@centre.example");
        await visit.Page.GetByLabel("Password").FillAsync("not this one at all");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert))
            .ToContainTextAsync("The address or the password is wrong.");
        await Axe.AssertNoneAsync(visit);
    }
}
