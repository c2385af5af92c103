using Answerable.App.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Planning;

/// <summary>What the workbench asks by itself is answered late on purpose: nothing that is typed or pressed meanwhile is lost.</summary>
public sealed class LateAnswerTests(Product product)
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_was_typed_stays_where_the_answer_to_an_earlier_change_comes_late()
    {
        await using var visit = await LateAsync("Late, typed");
        await visit.Page.GetByLabel("Demand against the forecast").FillAsync("40");
        await visit.Field("Name").FillAsync("Burst main");
        await visit.Field("Simulated days").FillAsync("200");
        await visit.Field("Name").PressAsync("End");
        _answer.SetResult();
        await ArrivedAsync(visit);
        await Assertions.Expect(visit.Field("Name")).ToHaveValueAsync("Burst main");
        await Assertions.Expect(visit.Field("Name")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Field("Simulated days")).ToHaveValueAsync("200");
        await visit.Field("Name").PressAsync("!");
        await Assertions.Expect(visit.Field("Name")).ToHaveValueAsync("Burst main!");
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task What_is_sent_before_a_change_is_answered_is_sent_with_the_change()
    {
        await using var visit = await LateAsync("Late, sent");
        await visit.Page.GetByLabel("Demand against the forecast").FillAsync("40");
        await visit.Field("Simulated days").FillAsync("200");
        await visit.Button("Rehearse").ClickAsync();
        _answer.SetResult();
        await RehearsedAsync(visit, "Late, sent");
    }

    [Fact]
    public async Task A_press_under_way_is_not_taken_away_by_an_answer_that_comes_late()
    {
        await using var visit = await LateAsync("Late, pressed");
        await visit.Page.GetByLabel("Demand against the forecast").FillAsync("40");
        await visit.Field("Simulated days").FillAsync("200");
        await visit.Button("Rehearse").HoverAsync();
        await visit.Page.Mouse.DownAsync();
        await visit.Page.RunAndWaitForResponseAsync(() => Task.FromResult(_answer.TrySetResult()), answer => Asked(answer.Request));
        await visit.Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await visit.Page.Mouse.UpAsync();
        await RehearsedAsync(visit, "Late, pressed");
    }

    /// <summary>What is drawn anew has nothing of it chosen; of a number a browser does not even tell what was.</summary>
    [Fact]
    public async Task What_was_about_to_be_typed_over_is_still_typed_over_when_an_answer_has_come()
    {
        await using var visit = await LateAsync("Late, chosen");
        await visit.Page.GetByLabel("Demand against the forecast").FillAsync("40");
        await visit.Field("Simulated days").SelectTextAsync();
        _answer.SetResult();
        await ArrivedAsync(visit);
        await visit.Page.Keyboard.TypeAsync("200");
        await Assertions.Expect(visit.Field("Simulated days")).ToHaveValueAsync("200");
        Assert.Empty(visit.Errors);
    }

    /// <summary>While a rehearsal is under way the page asks again and again how far it has come.</summary>
    [Fact]
    public async Task A_name_may_be_typed_while_a_rehearsal_is_under_way()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "Named meanwhile");
        await visit.Field("Simulated days").FillAsync("20000");
        await visit.Button("Rehearse").ClickAsync();
        await Assertions.Expect(visit.Button("Stop")).ToBeVisibleAsync();
        await visit.Field("Name").FillAsync("Twenty thousand days");
        for (var look = 0; look < 2; look++)
            await visit.Page.WaitForResponseAsync(answer => Asked(answer.Request));
        await Assertions.Expect(visit.Field("Name")).ToHaveValueAsync("Twenty thousand days");
        await visit.Button("Stop").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The rehearsal was stopped before it was done.")).ToBeVisibleAsync();
        Assert.Empty(visit.Errors);
    }

    private async Task<Visit> LateAsync(string name)
    {
        var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, name);
        await visit.Page.RouteAsync("**/workbench/**", async route =>
        {
            if (Asked(route.Request))
                await _answer.Task;
            await route.ContinueAsync();
        });
        return visit;
    }

    private static bool Asked(IRequest request) => request.Headers.ContainsKey("hx-request");

    private static async Task ArrivedAsync(Visit visit)
    {
        await visit.AtAddressAsync("demand=40");
        await PlannerAtWork.SettledAsync(visit);
    }

    private async Task RehearsedAsync(Visit visit, string name)
    {
        await Assertions.Expect(visit.Page.GetByText("200 simulated days, rehearsed")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.GetByLabel("Demand against the forecast")).ToHaveValueAsync("40");
        await using var db = product.OpenDb();
        var stop = TestContext.Current.CancellationToken;
        var series = await db.Set<SeriesRow>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync(stop);
        Assert.Contains("demand=40", (await db.Set<RehearsalRow>().SingleAsync(row => row.Series == series, stop)).Knobs, StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }
}
