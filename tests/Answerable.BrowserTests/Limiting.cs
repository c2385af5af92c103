using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>What a manager does on the page of authority, for tests that need a kind of decision with limits.</summary>
internal sealed class Limiting(Visit manager)
{
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
        await manager.Button("Set the limit").ClickAsync();
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Rowheader, new() { Name = whom }).First).ToContainTextAsync("In force");
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
