using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Procedures;

public sealed class StepFiguresPageTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_designer_sees_on_the_version_how_its_steps_went_as_a_table_and_on_the_chart()
    {
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await desk.ToPaymentAsync("Missed bin");
        await desk.PayAsync("10");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();

        var designer = await SignedInAsync(Role.Designer);
        var address = await AddressAsync(desk.Contact);
        await designer.Page.GotoAsync(address);
        var row = designer.Page.GetByRole(AriaRole.Region, new() { Name = "Figures of each step" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Is a payment due?" });
        await Assertions.Expect(row).ToContainTextAsync("0.00 %");
        await Assertions.Expect(designer.Page.Locator(".procedure-chart .chart-heat-words").First).ToBeVisibleAsync();
        await Assertions.Expect(designer.Page.GetByText("Shaded by median time")).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(designer));

        await designer.Page.GetByLabel("Chart shaded by").SelectOptionAsync("step-taken");
        await designer.Page.GetByLabel("Channel").SelectOptionAsync("Phone");
        await designer.Button("Show").ClickAsync();
        await designer.Page.WaitForURLAsync("**channel=Phone*", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(designer.Page.GetByText("Shaded by taken")).ToBeVisibleAsync();
        await designer.KeepPictureAsync("step-figures-1280.png");

        await designer.Page.GotoAsync($"{address}?role=Manager");
        await Assertions.Expect(designer.Page.GetByText("No contact was walked through this version")).ToBeVisibleAsync();
        Assert.Empty(designer.Errors);
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_shades_can_be_read_by_everybody(int width, ColorScheme colours)
    {
        var desk = new AtDesk(await SignedInAsync(Role.Agent));
        await desk.ToPaymentAsync("Missed bin");
        var leader = await (await VisitAsync(width, colours)).SignInAsync(Person(Role.TeamLeader).Email, DemoAccounts.Password);
        await leader.Page.GotoAsync(await AddressAsync(desk.Contact));
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Heading, new() { Name = "How its steps went" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.ViolationsAsync(leader));
        await leader.KeepPictureAsync($"step-figures-{width}-{colours}.png");
    }

    private async Task<string> AddressAsync(ContactId contact)
    {
        await using var db = Product.OpenDb();
        var walk = await db.Walks.SingleAsync(row => row.Contact == contact);
        return $"/procedures/{walk.Procedure}/versions/{walk.Version}";
    }
}
