using Answerable.App.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>What an agent does at the desk.</summary>
internal sealed class AtDesk(Visit agent)
{
    public IPage Page => agent.Page;

    /// <summary>The contact that the desk shows.</summary>
    public ContactId Contact => ContactId.From(Guid.Parse(new Uri(Page.Url).Segments[^1]));

    public async Task StartAsync(string type, string first)
    {
        await Page.GotoAsync("/desk");
        await agent.ChooseAsync("What it is about", type);
        await agent.Button("Start the contact").ClickAsync();
        await AtAsync(first);
        await agent.AtAddressAsync("/desk/*-*");
    }

    public Task AtAsync(string step) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = step, Level = 2, Exact = true })).ToBeVisibleAsync();

    public async Task GoOnAsync(string to)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await AtAsync(to);
    }

    public async Task AnswerAsync(string answer, string to)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^(\\d )?{answer}") }).ClickAsync();
        await AtAsync(to);
    }

    /// <summary>Up to the step at which the payment is decided.</summary>
    public async Task ToPaymentAsync(string type, string happened = "The bin was left full.")
    {
        await StartAsync(type, "Hear what happened");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "What happened" }).FillAsync(happened);
        await GoOnAsync("Is a payment due?");
        await AnswerAsync("Yes", "Offer a payment");
    }

    public ILocator Amount => Page.GetByRole(AriaRole.Textbox, new() { Name = "Payment" });

    public Task PayAsync(string pounds) => Amount.FillAsync(pounds);

    public async Task FinishAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the conversation with this outcome" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "All done: close the contact" }).ClickAsync();
        await AtAsync("Start a contact");
    }

    public static async Task<WalkRow> WalkAsync(Product product, ContactId contact)
    {
        await using var db = product.OpenDb();
        return await db.Set<WalkRow>().AsNoTracking().SingleAsync(row => row.Contact == contact);
    }

    public static async Task<ReferralRow> ReferralAsync(Product product, ContactId contact)
    {
        await using var db = product.OpenDb();
        return await db.Set<ReferralRow>().AsNoTracking().SingleAsync(row => row.Contact == contact);
    }

    public static Walk Read(WalkRow row) => WalkJson.Read(row.State);
}
