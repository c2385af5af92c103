using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Ways in for those who come new to a centre of their own.</summary>
internal static class FirstDay
{
    public const string Password = "four unrelated words here";

    public static async Task<string> InvitedAsync(Visit visit, string name, string email, params string[] roles)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Invite a person" }).ClickAsync();
        await visit.Field("Name").FillAsync(name);
        await visit.Page.GetByLabel("E-mail address, to sign in with").FillAsync(email);
        foreach (var role in roles)
            await visit.Page.GetByLabel(role, new() { Exact = true }).CheckAsync();
        await visit.Button("Invite").ClickAsync();
        return await visit.Page.GetByLabel("One-time link").InputValueAsync();
    }

    public static async Task ChooseAsync(Visit visit, string link)
    {
        await visit.Page.GotoAsync(link);
        await visit.Page.GetByLabel("New password").FillAsync(Password);
        await visit.Page.GetByLabel("The same again").FillAsync(Password);
        await visit.Button("Choose this password").ClickAsync();
        await visit.AtAddressAsync("/sign-in");
    }
}
