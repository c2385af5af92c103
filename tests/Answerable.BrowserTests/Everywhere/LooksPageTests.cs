using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Who opened a contact stands on the page of those who answer for it, with the page it was seen on.</summary>
public sealed class LooksPageTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Whoever_opens_a_contact_is_on_record_for_compliance()
    {
        var manager = await SignedInAsync(Role.Manager);
        await manager.Page.GotoAsync("/contacts?direction=Inbound&kind=demo");
        await Assertions.Expect(manager.Field("Begun by")).ToHaveValueAsync("Inbound");
        var contact = manager.Page.Locator("tbody th a").First;
        var address = await contact.GetAttributeAsync("href");
        await contact.ClickAsync();
        await Assertions.Expect(manager.Page.GetByText("Direction", new() { Exact = true })).ToBeVisibleAsync();

        var compliance = await SignedInAsync(Role.Compliance);
        await compliance.Page.GotoAsync("/customers/looks");
        var line = compliance.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = address!.Split('/')[^1] }).First;
        await Assertions.Expect(line).ToContainTextAsync(Person(Role.Manager).Name);
        await Assertions.Expect(line.GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("Contact");
        await compliance.Field("Customer's reference").FillAsync("nobody by this name");
        await compliance.Button("Show").ClickAsync();
        await Assertions.Expect(compliance.Page.GetByText("No customer is known by this reference").First).ToBeVisibleAsync();
        await Assertions.Expect(compliance.Page.GetByText("Nothing is shown.")).ToBeVisibleAsync();
        Assert.DoesNotContain("nobody", compliance.Page.Url, StringComparison.Ordinal);
        await Axe.AssertNoneAsync(compliance);
    }
}
