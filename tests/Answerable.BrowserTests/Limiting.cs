using Answerable.App.Demo;
using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>What a manager does on the page of authority, for tests that need a kind of decision with limits.</summary>
internal sealed class Limiting(Product product, Visit manager)
{
    public static readonly DemoPerson Second = DemoPeople.Of("Marcus Boateng");

    public async Task DefineAsync(string kind)
    {
        await manager.Page.GotoAsync("/authority");
        await manager.Field("Name").FillAsync(kind);
        await manager.Button("Define it").ClickAsync();
        await Assertions.Expect(manager.Heading(kind)).ToBeVisibleAsync();
    }

    /// <summary>Sets how many pounds a role or a person may decide, on one contact and on one case.</summary>
    public async Task LimitAsync(string whom, string pounds)
    {
        await manager.ChooseAsync("For", whom);
        await manager.Field("Pounds a contact").FillAsync(pounds);
        await manager.Field("Pounds a case").FillAsync(pounds);
        if (whom == "Manager")
            await manager.Field("Why (needed where it is your own)").FillAsync("As the council decided in May.");
        var kind = manager.Page.Url;
        await manager.Button("Set the limit").ClickAsync();
        // What would widen the manager's own limit waits for a second one.
        if (whom == "Manager")
        {
            await Assertions.Expect(manager.Heading("What waits for a second person")).ToBeVisibleAsync();
            await SayYesAsync((await manager.Page.GetByRole(AriaRole.Row).Last.GetByRole(AriaRole.Rowheader).TextContentAsync())!.Trim());
            await manager.Page.GotoAsync(kind);
        }
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Rowheader, new() { Name = whom }).First).ToContainTextAsync("In force");
    }

    private async Task SayYesAsync(string what)
    {
        await using var second = await (await Visit.StartAsync(product)).SignInAsync(Second.Email, DemoAccounts.Password);
        await second.Page.GotoAsync("/countersignatures");
        var answer = second.Button($"Say yes to: {what}");
        await answer.ClickAsync();
        await Assertions.Expect(answer).ToHaveCountAsync(0);
    }

    /// <summary>A kind with the limits of the line: £50, £100, £500, £5,000.</summary>
    public async Task LineAsync(string kind)
    {
        await DefineAsync(kind);
        await LimitAsync("Agent", "50");
        await LimitAsync("Senior agent", "100");
        await LimitAsync("Team leader", "500");
        await LimitAsync("Manager", "5000");
    }
}
