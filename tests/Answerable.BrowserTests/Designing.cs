using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>What a designer does on the pages, for tests that need a contact type and its procedure.</summary>
internal sealed class Designing(Visit designer)
{
    private IPage Page => designer.Page;

    private ILocator NewLine => Page.GetByRole(AriaRole.Form, new() { Name = "Add a line" });

    public async Task DefineAsync(string name)
    {
        await Page.GotoAsync("/contact-types/definition");
        await designer.Field("Name").FillAsync(name);
        await designer.Field("Starts when").FillAsync($"The customer asks about {name}.");
        await designer.Button("Define it").ClickAsync();
        await Assertions.Expect(designer.Heading(name)).ToBeVisibleAsync();
    }

    public async Task DraftAsync()
    {
        await designer.Button("Draft its procedure").ClickAsync();
        await Assertions.Expect(designer.Heading("Add a line")).ToBeVisibleAsync();
    }

    /// <summary>Adds a line below the one that is open, and opens it.</summary>
    public async Task AddAsync(string kind, string title, int number)
    {
        await NewLine.GetByLabel("What it is, in a few words").FillAsync(title);
        await NewLine.GetByLabel("Kind").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await NewLine.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await Assertions.Expect(designer.Heading($"{kind} {number}")).ToBeVisibleAsync();
    }

    public Task OpenLineAsync(int number, string title) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Outline" })
        .GetByRole(AriaRole.Link, new() { Name = $"{number} {title}" }).ClickAsync();

    /// <summary>Adds an answer in the next empty row of the decision that is open.</summary>
    public async Task AnswerAsync(int row, string label, string? then = null)
    {
        await designer.Field("New answer").Nth(row).FillAsync(label);
        if (then is not null)
            await designer.Field("then").Nth(row).SelectOptionAsync(new SelectOptionValue { Label = $"Go to {then}" });
    }

    public async Task FactAsync(string label, string type, bool required = false)
    {
        var row = Page.GetByRole(AriaRole.Group, new() { Name = "New fact 1", Exact = true });
        if (!await row.IsVisibleAsync())
            await Page.GetByText("Add facts", new() { Exact = true }).ClickAsync();
        await row.GetByLabel("New: label").FillAsync(label);
        await row.GetByLabel("Type").SelectOptionAsync(new SelectOptionValue { Label = type });
        await row.GetByLabel("Required").SetCheckedAsync(required);
    }

    public async Task SaveAsync(string kind, int number)
    {
        await designer.Button($"Save {kind} {number}").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("just now");
    }

    public async Task PublishAsync()
    {
        await designer.Link("Chart and outline").ClickAsync();
        await designer.Link("Publish").ClickAsync();
        await designer.Button("Publish now").ClickAsync();
        await Assertions.Expect(Page.GetByText("In force", new() { Exact = true }).First).ToBeVisibleAsync();
    }
}
