using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>From a database that is not there to a first contact that was led through a procedure, by the list on Home.</summary>
public sealed class FirstHourTests(Product product)
{
    [Fact]
    public async Task The_first_hour_leads_from_an_empty_database_to_a_first_contact_at_the_desk()
    {
        await using var own = await OwnServer.StartAsync();
        await using var administrator = await Visit.StartAsync(product, address: own.Address);
        await FirstDay.ChooseAsync(administrator, own.Link);
        await administrator.SignInAsync("administrator@centre.example", FirstDay.Password);
        await LeftAsync(administrator, 0);
        await administrator.Link("Say what the centre is").ClickAsync();
        await administrator.Page.GetByLabel("Name").First.FillAsync("Harbour lines");
        await administrator.Button("Keep these").ClickAsync();
        await LeftAsync(administrator, 1);
        await administrator.Link("Invite those who work here").ClickAsync();
        var link = await FirstDay.InvitedAsync(administrator, "Dana Ruiz", "dana@harbour.example", "Designer", "Manager", "Agent");
        await LeftAsync(administrator, 2);

        await using var dana = await Visit.StartAsync(product, address: own.Address);
        await FirstDay.ChooseAsync(dana, new Uri(link).PathAndQuery);
        await dana.SignInAsync("dana@harbour.example", FirstDay.Password);
        await dana.Link("Say what people contact you about").ClickAsync();
        await dana.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Use this as a start.*General question$") }).ClickAsync();
        await dana.AtAddressAsync("/versions/1/outline");
        var draft = dana.Page.Url.Replace("/outline", "", StringComparison.Ordinal);
        await LeftAsync(dana, 3);
        await dana.Link("Set a limit of authority").ClickAsync();
        await dana.AtAddressAsync("/authority");
        await new Limiting(product, dana).DefineAsync("Goodwill");
        await new Limiting(product, dana).LimitAsync("Senior agent", "50");
        await LeftAsync(dana, 4);
        await dana.Page.GotoAsync($"{draft}/publication");
        await dana.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publish") }).ClickAsync();
        await LeftAsync(dana, 5);
        await dana.Link("Take a first contact").ClickAsync();
        await dana.AtAddressAsync("/desk");
        await new AtDesk(dana).StartAsync("General question", "Understand the question");
        await dana.Page.GotoAsync("/");
        await Assertions.Expect(dana.Heading("The first hour")).ToHaveCountAsync(0);
        Assert.Empty(dana.Errors);
        Assert.Empty(administrator.Errors);
    }

    private static async Task LeftAsync(Visit visit, int done)
    {
        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Page.GetByText($"{done} of 6 done")).ToBeVisibleAsync();
    }
}
