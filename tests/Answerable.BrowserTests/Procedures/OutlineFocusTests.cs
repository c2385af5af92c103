using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Procedures;

public sealed class OutlineFocusTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Who_is_in_a_field_before_all_of_the_page_has_come_stays_there()
    {
        var designer = await SignedInAsync(Role.Designer);
        var designing = new Designing(designer);
        await designing.DefineAsync(Unique("Slow line"));
        await designing.DraftAsync();
        await designing.AddAsync("Step", "Hear what happened", 1);

        // The last of the page is kept back, as a slow line would.
        var come = new TaskCompletionSource();
        await designer.Page.RouteAsync("**/slow.png", async route =>
        {
            await come.Task;
            await route.FulfillAsync(new() { Status = 204 });
        });
        await designer.Page.AddInitScriptAsync(
            "window.come = new Promise(done => addEventListener('load', done));"
            + "addEventListener('DOMContentLoaded', () => { const late = new Image(); late.src = '/slow.png'; document.body.append(late); });");
        await designer.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var words = designer.Field("Words to use");
        await words.FocusAsync();
        come.SetResult();
        await designer.Page.EvaluateAsync(
            "() => window.come.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
        await designer.Page.Keyboard.InsertTextAsync("I am sorry to hear that.");
        await Assertions.Expect(words).ToHaveValueAsync("I am sorry to hear that.");
    }
}
