using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>The pages by which a centre is run: mail, anchors, and how the system stands.</summary>
public sealed class OperationsPagesTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_mail_server_that_is_not_there_is_told_beside_the_button_and_no_password_is_shown_again()
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.GotoAsync("/mail");
        await visit.Page.GetByLabel("Server").FillAsync("localhost");
        await visit.Page.GetByLabel("Port").FillAsync("1");
        await visit.Page.GetByLabel("User name").FillAsync("centre");
        await visit.Page.GetByLabel("Password").FillAsync("a word for the post");
        await visit.Page.GetByLabel("Sent from the address").FillAsync("centre@example.org");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these settings" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("One is kept, sealed")).ToBeVisibleAsync();
        Assert.DoesNotContain("a word for the post", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("localhost cannot be reached at port 1.").First).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
        await visit.Page.GotoAsync("/mail");
        await visit.Page.GetByLabel("Server").FillAsync("");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these settings" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_can_be_chosen_for_mail_is_read_whole_on_a_narrow_screen()
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.SetViewportSizeAsync(390, 844);
        await visit.Page.GotoAsync("/mail");
        var cut = await visit.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main select')].flatMap(box => {
                const style = getComputedStyle(box), ink = document.createElement('canvas').getContext('2d');
                ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
                const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                return [...box.options].map(one => one.text.trim()).filter(text => ink.measureText(text).width > room);
            })
            """);
        Assert.Empty(cut);
    }

    [Theory]
    [InlineData("/operations", "System health")]
    [InlineData("/mail", "Mail")]
    [InlineData("/journal/anchoring", "Anchors of the journal")]
    public async Task Each_is_open_to_everybody_in_light_and_dark_wide_and_narrow(string address, string title)
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.GotoAsync(address);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            foreach (var width in new[] { 1280, 390 })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = colours });
                await visit.Page.SetViewportSizeAsync(width, 844);
                await Axe.AssertNoneAsync(visit);
                Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} scrolls sideways.");
            }
    }
}
