using Answerable.DatabaseTests;
using Answerable.DatabaseTests.Mail;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A way in goes by mail.</summary>
public sealed class MailedInvitationTests(Product product)
{
    [Fact]
    public async Task A_way_in_is_sent_by_mail()
    {
        await using var post = new PostOffice(tls: false);
        await using var own = await OwnServer.StartAsync();
        await using var administrator = await Visit.StartAsync(product, address: own.Address);
        await FirstDay.ChooseAsync(administrator, own.Link);
        await administrator.SignInAsync("administrator@centre.example", FirstDay.Password);
        await PostGoesByAsync(administrator.Page, "localhost", post.Port);

        await administrator.Page.GotoAsync("/people");
        var way = await FirstDay.InvitedAsync(administrator, "Dana Ruiz", "dana@harbour.example", "Agent");
        await administrator.Button("Send it by mail").ClickAsync();
        await Assertions.Expect(administrator.Page.GetByText("The link is on its way to dana@harbour.example")).ToBeVisibleAsync();
        Assert.Contains(new Uri(way).PathAndQuery, await OfferedAsync(post, 0), StringComparison.Ordinal);
        Assert.Empty(administrator.Errors);
    }

    [Fact]
    public async Task A_letter_that_no_server_takes_is_given_up_and_goes_when_it_is_tried_again()
    {
        await using var post = new PostOffice(tls: false);
        await using var own = await OwnServer.StartAsync();
        await using var administrator = await Visit.StartAsync(product, address: own.Address);
        await FirstDay.ChooseAsync(administrator, own.Link);
        await administrator.SignInAsync("administrator@centre.example", FirstDay.Password);
        var page = administrator.Page;
        await PostGoesByAsync(page, "localhost", PostOffice.FreePort());
        await page.GotoAsync("/people");
        var way = await FirstDay.InvitedAsync(administrator, "Dana Ruiz", "dana@harbour.example", "Agent");
        await administrator.Button("Send it by mail").ClickAsync();
        await Assertions.Expect(page.GetByText("The link is on its way to dana@harbour.example")).ToBeVisibleAsync();
        await PostGoesByAsync(page, "", 25);
        await Soon.SoAsync("it is given up", async () =>
        {
            await page.GotoAsync("/operations");
            return await page.GetByText("given up", new() { Exact = false }).CountAsync() > 0;
        });
        await Assertions.Expect(page.GetByText("No mail server is set up. An administrator does that under Mail.")).ToBeVisibleAsync();
        await PostGoesByAsync(page, "localhost", post.Port);
        Assert.Empty(post.Offered);
        await page.GotoAsync("/operations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        Assert.Contains(new Uri(way).PathAndQuery, await OfferedAsync(post, 0), StringComparison.Ordinal);
        await Soon.SoAsync("nothing is given up any more", async () =>
        {
            await page.GotoAsync("/operations");
            return await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).CountAsync() == 0;
        });
    }

    private static async Task PostGoesByAsync(IPage page, string host, int port)
    {
        await page.GotoAsync("/mail");
        await page.GetByLabel("Server").FillAsync(host);
        await page.GetByLabel("Port").FillAsync($"{port}");
        await page.GetByLabel("Security").SelectOptionAsync("None");
        await page.GetByLabel("Sent from the address").FillAsync("centre@harbour.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep these settings" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" })).ToHaveCountAsync(host.Length > 0 ? 1 : 0);
    }

    private static async Task<string> OfferedAsync(PostOffice post, int number)
    {
        await Soon.SoAsync("the letter is there", () => Task.FromResult(post.Offered.Count > number));
        return post.Offered.ElementAt(number).ToString();
    }
}
