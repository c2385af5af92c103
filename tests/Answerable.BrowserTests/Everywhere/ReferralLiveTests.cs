using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A referral left open while a colleague answers it, and the desk it came from once it was refused.</summary>
public sealed class ReferralLiveTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task What_a_colleague_does_with_a_referral_comes_into_its_open_page_and_a_refusal_to_the_field_it_was_asked_at()
    {
        var desk = new AtDesk(await SignedInAsync(DemoPeople.Of("Yasmin Begum")));
        await desk.Page.SetViewportSizeAsync(1280, 720);
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        await AskAsync(desk, "150.00");
        await Assertions.Expect(desk.Page.GetByText("You asked for £150.00")).ToBeVisibleAsync();
        Assert.Equal("", await Sight.HiddenAsync(desk.Page));
        var address = $"/referrals/{(await AtDesk.ReferralAsync(Product, desk.Contact)).Id}";
        var (leader, onlooker) = (await SignedInAsync(Role.TeamLeader), await SignedInAsync(Role.Manager));
        foreach (var one in new[] { leader, onlooker })
            await one.Page.GotoAsync(address);
        await onlooker.Field("What they should know (everything here goes with it)").FillAsync("Half a");

        await leader.Button("Accept this referral").ClickAsync();
        await Assertions.Expect(onlooker.Page.GetByText($"State: accepted by {Person(Role.TeamLeader).Name}")).ToBeVisibleAsync();
        await Assertions.Expect(onlooker.Button("Accept this referral")).ToHaveCountAsync(0);
        await Assertions.Expect(onlooker.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "This referral is now accepted by" }))
            .ToHaveCountAsync(1);
        await leader.Field("Why (needed to refuse; the agent reads it)").FillAsync("It was on time.");
        await leader.Button("Refuse").ClickAsync();
        await Assertions.Expect(onlooker.Page.GetByText("State: refused")).ToBeVisibleAsync();

        await Assertions.Expect(desk.Page.GetByText($"{Person(Role.TeamLeader).Name} refused £150.00 at ")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Amount).ToHaveValueAsync("");
        Assert.Equal("", await Sight.HiddenAsync(desk.Page));
        await AskAsync(desk, "150.00");
        await Assertions.Expect(desk.Page.Locator(".field-refused")).ToContainTextAsync("£150.00 was refused here.");
        await Assertions.Expect(desk.Amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(desk.Page.GetByText($"{Person(Role.TeamLeader).Name} refused £150.00 at ")).ToBeVisibleAsync();
        Assert.Equal("", await Sight.HiddenAsync(desk.Page));
        await desk.Page.GetByLabel("What they should know, if it goes to somebody else").FillAsync("She has sent a photograph.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("You asked for £150.00")).ToBeVisibleAsync();
    }

    private static async Task AskAsync(AtDesk desk, string pounds)
    {
        await desk.PayAsync(pounds);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
    }
}
