using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

public sealed class SentOnceTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_form_clicked_twice_in_haste_is_sent_once_and_its_answer_stays()
    {
        var (name, visit) = (Unique("Telephony"), await SignedInAsync(Role.Administrator));
        await visit.Page.GotoAsync("/keys");
        var (sent, clicked) = (0, new TaskCompletionSource());
        await visit.Page.RouteAsync("**/keys", async route =>
        {
            if (route.Request.Method == "POST")
            {
                sent++;
                // The answer is slower than the hand: it comes only when both clicks have been made.
                await clicked.Task;
            }
            await route.ContinueAsync();
        });
        await visit.Field("What it is for").FillAsync(name);
        await visit.Button("Make the key").DblClickAsync();
        clicked.SetResult();
        await Assertions.Expect(visit.Heading("Keep this key well")).ToBeVisibleAsync();
        Assert.Equal(1, sent);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_form_gone_back_to_can_be_sent_again()
    {
        var visit = await SignedInAsync(Role.Administrator);
        await visit.Page.GotoAsync("/keys");
        await visit.Field("What it is for").FillAsync(Unique("First"));
        await visit.Button("Make the key").ClickAsync();
        await Assertions.Expect(visit.Heading("Keep this key well")).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await visit.Field("What it is for").FillAsync(Unique("Second"));
        await visit.Button("Make the key").ClickAsync();
        await Assertions.Expect(visit.Heading("Keep this key well")).ToBeVisibleAsync();
    }
}
