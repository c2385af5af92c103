using Answerable.App.Demo;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>The desk on a narrow screen.</summary>
public sealed class NarrowDeskTests(Product product) : BrowserTest(product)
{
    private const int Tall = 300;

    /// <summary>The step is longer than the screen: its bar of acts stays at the foot of the window wherever one reads.</summary>
    [Fact]
    public async Task The_way_on_stays_in_sight_at_390_pixels_wherever_one_is_in_the_step()
    {
        var agent = await SignedInAsync(DemoPeople.Of("Emily Stannard"));
        await agent.Page.SetViewportSizeAsync(390, Tall);
        var desk = new AtDesk(agent);
        await desk.StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        var on = agent.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" });
        var step = agent.Page.Locator(".desk-step").First;
        var top = await step.EvaluateAsync<double>("step => step.getBoundingClientRect().top + scrollY");
        var height = await step.EvaluateAsync<double>("step => step.getBoundingClientRect().height");
        Assert.True(height > Tall, $"The step is {height} pixels high, so that nothing need stick.");
        foreach (var down in new[] { top - 100, top, top + (height - Tall) / 2 })
        {
            await agent.Page.EvaluateAsync("down => scrollTo(0, down)", down);
            var box = (await on.BoundingBoxAsync())!;
            Assert.InRange(box.Y, 0, Tall - box.Height);
            Assert.InRange(box.X + box.Width, 0, 390);
            Assert.Equal(box.Y, await on.EvaluateAsync<double>("button => button.getBoundingClientRect().top"), 1);
        }
        var bar = agent.Page.Locator(".desk-step .desk-acts").First;
        Assert.Equal("sticky", await bar.EvaluateAsync<string>("bar => getComputedStyle(bar).position"));
    }

    /// <summary>Words longer than the screen is wide break in the button, which is then as high as they are.</summary>
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task What_ends_the_conversation_can_be_read_at_390_pixels(ColorScheme colours)
    {
        var agent = await SignedInAsync(DemoPeople.Of("Grace Nwosu"));
        await agent.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        await agent.Page.SetViewportSizeAsync(390, 844);
        var desk = new AtDesk(agent);
        await desk.StartAsync((await Product.PaymentsAsync()).Type, "Hear what happened");
        await agent.Page.GetByRole(AriaRole.Textbox, new() { Name = "What happened" }).FillAsync("The bin was left full.");
        await desk.GoOnAsync("Is a payment due?");
        await agent.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(\\d )?No") }).ClickAsync();
        var buttons = agent.Page.Locator(".desk-step .desk-acts .btn");
        await Assertions.Expect(buttons.Filter(new() { HasText = "End the conversation with this outcome" })).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(agent);
        Assert.All(await buttons.EvaluateAllAsync<double[][]>("""
            buttons => buttons.map(button => {
              const box = button.getBoundingClientRect();
              const words = document.createRange();
              words.selectNodeContents(button);
              const inside = words.getBoundingClientRect();
              return [box.left, inside.left - box.left, box.right - inside.right, inside.top - box.top, box.bottom - inside.bottom,
                innerWidth - box.right];
            })
            """), room => Assert.All(room, pixels => Assert.True(pixels >= 0, string.Join(", ", room))));
    }
}
