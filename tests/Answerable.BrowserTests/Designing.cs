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
        // One writes on at once: the new line's first field has the focus, which is script's to give.
        if (await Page.Locator("html.has-script").CountAsync() > 0)
            await Assertions.Expect(Page.Locator("#edit :focus")).ToBeVisibleAsync();
    }

    public Task OpenLineAsync(int number, string title) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Outline" })
        .GetByRole(AriaRole.Link, new() { Name = $"{number} {title}" }).ClickAsync();

    /// <summary>Where an answer of the decision that is open leads to, in place of the line below.</summary>
    public Task LeadAsync(string answer, string to) => designer.ChooseAsync($"{answer}, then", $"Go to {to}");

    public Task SayAsync(string words) => designer.Field("Words to use").FillAsync(words);

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
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Changed" })).ToContainTextAsync("Changed");
    }

    /// <summary>A type with a procedure in force: what happened is noted, and a payment is offered where one is due.</summary>
    public async Task PaymentProcedureAsync(string type, string kind)
    {
        await DefineAsync(type);
        await DraftAsync();
        await PaymentLinesAsync();
        await OpenLineAsync(3, "Offer a payment");
        await DemandAsync(kind);
        await OpenLineAsync(2, "Is a payment due?");
        await LeadAsync("No", "5 Nothing is due");
        await designer.Field("The question, as the agent is to answer it").FillAsync("Was it our fault?");
        await SaveAsync("decision", 2);
        await PublishAsync();
    }

    private async Task PaymentLinesAsync()
    {
        await AddAsync("Step", "Hear what happened", 1);
        await designer.Field("Words to use").FillAsync("I am sorry to hear that. What happened?");
        await FactAsync("What happened", "Text", required: true);
        await SaveAsync("step", 1);
        await AddAsync("Decision", "Is a payment due?", 2);
        await AddAsync("Step", "Offer a payment", 3);
        await AddAsync("Ending", "Payment agreed", 4);
        await AddAsync("Ending", "Nothing is due", 5);
    }

    /// <summary>The step that is open demands authority for an amount, and refers what is over the limit to a senior agent.</summary>
    public async Task DemandAsync(string kind)
    {
        await designer.Field("Words to use").FillAsync("For your trouble I can offer you a payment.");
        await FactAsync("Payment", "Money", required: true);
        await designer.ChooseAsync("Authority it demands", $"{kind} (an amount)");
        await designer.ChooseAsync("Referral point: may pass to", "Senior agent");
        await designer.Field("When to refer").FillAsync("When it is over your limit.");
        await designer.Field("What to tell the customer then").FillAsync("I am asking a colleague for you.");
        await SaveAsync("step", 3);
    }

    public async Task PublishAsync()
    {
        await designer.Link("Chart and outline").ClickAsync();
        await designer.Link("Publish").ClickAsync();
        await designer.Button("Publish now").ClickAsync();
        await Assertions.Expect(Page.GetByText("In force", new() { Exact = true }).First).ToBeVisibleAsync();
    }
}
