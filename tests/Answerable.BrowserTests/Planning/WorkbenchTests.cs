using System.Globalization;
using Answerable.App.Journal;
using Answerable.App.Planning;
using Answerable.Model.Journal;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Planning;

public sealed class WorkbenchTests(Product product)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CFACSB13_P2_a_planner_goes_from_a_forecast_to_staffing_shifts_and_cost()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "P2 calls");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Days ahead" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(11);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "What such forecasts were worth" }))
            .ToContainTextAsync("Poisson floor");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Shifts that cover the day" })).ToContainTextAsync("Full");

        var cost = await PlannerAtWork.CardAsync(visit, "Cost of the day");
        await PlannerAtWork.MoveAsync(visit, "Cost of a paid hour", "28", "pay=28");
        await PlannerAtWork.ChangedAsync(visit, "Cost of the day", cost);
        Assert.Equal(2 * Pounds(cost), Pounds(await PlannerAtWork.CardAsync(visit, "Cost of the day")), 1.0);

        await using var db = product.OpenDb();
        var series = await db.Set<SeriesRow>().SingleAsync(row => row.Name == "P2 calls", Stop);
        Assert.NotNull(series.Forecast);
        Assert.Equal(400, series.Rows);
        Assert.Equal(["series.loaded", "series.forecast-made"], await FactsAsync(series.Id.Value));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_series_of_the_journals_own_opens_with_the_handling_time_and_patience_it_learned()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await visit.Page.GotoAsync("/workbench");
        var form = visit.Page.GetByRole(AriaRole.Form, new() { Name = "Take the journal's own contacts" });
        await form.GetByLabel("Queue").SelectOptionAsync("billing");
        await form.GetByLabel("Name of the series").FillAsync("Billing, learned");
        await form.GetByRole(AriaRole.Button, new() { Name = "Take these contacts" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var (handling, patience) =
            (await visit.Field("Handling time").InputValueAsync(), await visit.Page.GetByLabel("Patience").First.InputValueAsync());
        Assert.NotEqual("240", handling);
        await Assertions.Expect(visit.Page.GetByText($"handling time {handling} s").First).ToBeVisibleAsync();

        await visit.Page.GotoAsync("/workbench");
        await visit.Link("Billing, learned").ClickAsync();
        await Assertions.Expect(visit.Field("Handling time")).ToHaveValueAsync(handling);
        await Assertions.Expect(visit.Page.GetByLabel("Patience").First).ToHaveValueAsync(patience);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task CFACSB13_P3_a_planner_names_what_may_go_wrong_and_rehearses_it()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "P3 calls");
        var peak = await PlannerAtWork.CardAsync(visit, "At the peak");
        await PlannerAtWork.MoveAsync(visit, "Demand against the forecast", "40", "demand=40");
        await PlannerAtWork.ChangedAsync(visit, "At the peak", peak);
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Burst main in the north");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save the scenario" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Saved scenarios" }))
            .ToContainTextAsync("Burst main in the north");

        await visit.Page.GetByLabel("Simulated days").FillAsync("200");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Rehearse", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("200 simulated days, rehearsed")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await using var db = product.OpenDb();
        var scenario = await db.Set<ScenarioRow>().SingleAsync(row => row.Name == "Burst main in the north", Stop);
        Assert.Contains("demand=40", scenario.Knobs, StringComparison.Ordinal);
        Assert.Equal(["scenario.saved"], await FactsAsync(scenario.Id.Value));
        var rehearsal = await db.Set<RehearsalRow>().SingleAsync(row => row.Series == scenario.Series, Stop);
        Assert.Equal(scenario.Knobs, rehearsal.Knobs);
        var entry = await db.Set<JournalRow>().SingleAsync(row => row.Subject == rehearsal.Id.Value, Stop);
        Assert.Equal(FactKind.Simulated, entry.Kind);
        Assert.Equal(200, ((ScenarioRehearsed)entry.Entry().Fact()).Replications);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task SYL_C4_every_knob_moves_the_requirement_and_Erlang_stands_beside_simulation()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "C4 calls");
        foreach (var (label, value, inAddress, card) in (IEnumerable<(string, string, string, string)>)
        [
            ("Demand against the forecast", "25", "demand=25", "At the peak"), ("Handling time", "420", "aht=420", "At the peak"),
            ("Patience, empty if none leave", "", "patience=&", "Service level attained"), ("Shrinkage", "45", "shrinkage=45", "Paid hours"),
            ("Answer within", "5", "within=5", "Service level attained"), ("Service level", "95", "level=95", "Service level attained"),
        ])
        {
            var before = await PlannerAtWork.CardAsync(visit, card);
            await visit.Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
            await visit.AtAddressAsync(inAddress);
            await PlannerAtWork.ChangedAsync(visit, card, before);
        }
        var beside = visit.Page.GetByRole(AriaRole.Table, new() { Name = "The day by Erlang and by simulation" });
        await Assertions.Expect(beside).ToContainTextAsync("Erlang C");
        await Assertions.Expect(beside).ToContainTextAsync("±");

        var moved = await PlannerAtWork.CardAsync(visit, "At the peak");
        await visit.Page.ReloadAsync();
        Assert.Equal(moved, await PlannerAtWork.CardAsync(visit, "At the peak"));
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_by_row_and_column()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await visit.Page.GotoAsync("/workbench");
        await PlannerAtWork.UploadAsync(visit, "Broken", "DateTime,Calls\n2026-06-01T08:00:00,12\n2026-06-01T09:00:00,many\n");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Row 3, column Calls: \"many\" is not a number.");
        Assert.Equal("Broken", await visit.Page.GetByRole(AriaRole.Form, new() { Name = "Load a file" }).GetByLabel("Name of the series")
            .InputValueAsync());
        await Axe.AssertNoneAsync(visit);
    }

    [Fact]
    public async Task A_knob_that_cannot_be_is_refused_beside_itself_and_keeps_what_was_typed()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "Refused knobs");
        var address = new Uri(visit.Page.Url).AbsolutePath;
        await visit.Page.GotoAsync($"{address}?aht=-5&shrinkage=100");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Handling time must be from 0.1 to 86,400 s, not -5.");
        Assert.Equal("-5", await visit.Page.GetByLabel("Handling time").InputValueAsync());
    }

    [Fact]
    public async Task A_knob_that_is_emptied_is_asked_for_at_its_field_while_one_types_and_no_figure_stands_meanwhile()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "Emptied knobs");
        var handling = visit.Field("Handling time");
        await handling.FillAsync("");
        await Assertions.Expect(visit.Page.Locator("#aht-refused")).ToHaveTextAsync("Handling time is needed: write a number.");
        await Assertions.Expect(handling).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(handling).ToHaveAccessibleDescriptionAsync("s Handling time is needed: write a number.");
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToHaveCountAsync(0);
        await handling.FillAsync("300");
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#aht-refused")).ToHaveCountAsync(0);
        await Assertions.Expect(handling).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_knob_typed_outside_its_range_is_said_at_its_field_and_the_figures_of_before_are_gone()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "Knobs out of range");
        var shrinkage = visit.Page.GetByLabel("Shrinkage", new() { Exact = true });
        await shrinkage.FillAsync("100");
        await Assertions.Expect(visit.Page.Locator("#shrinkage-refused")).ToHaveTextAsync("Shrinkage must be from 0 to 99.9 %, not 100.");
        await Assertions.Expect(shrinkage).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToHaveCountAsync(0);
        await shrinkage.FillAsync("45");
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#shrinkage-refused")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_series_goes_only_from_a_page_that_names_the_scenarios_that_go_with_it()
    {
        await using var visit = await PlannerAtWork.SignInAsync(product);
        await PlannerAtWork.LoadAsync(visit, "Soon gone");
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Going with it");
        await visit.Button("Save the scenario").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "Saved scenarios" })).ToContainTextAsync("Going with it");
        await visit.Page.GotoAsync("/workbench");
        await visit.Link("Remove Soon gone with its scenarios").ClickAsync();
        await Assertions.Expect(visit.Heading("Remove Soon gone")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#main")).ToContainTextAsync("Going with it");
        await Axe.AssertNoneAsync(visit);
        await visit.Link("Leave it as it is").ClickAsync();
        await visit.Link("Remove Soon gone with its scenarios").ClickAsync();
        await visit.Button("Remove Soon gone for good").ClickAsync();
        await Assertions.Expect(visit.Link("Soon gone")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_workbench_is_clean_to_axe_and_never_scrolls_sideways(int width, ColorScheme colours)
    {
        await using var visit = await PlannerAtWork.SignInAsync(product, width, colours);
        await PlannerAtWork.LoadAsync(visit, $"Seen at {width}");
        await visit.Page.GetByText("Every quarter-hour as a table").ClickAsync();
        await Axe.AssertNoneAsync(visit);
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        await visit.Page.GotoAsync("/workbench");
        await Axe.AssertNoneAsync(visit);
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(visit.Errors);
    }

    private async Task<List<string>> FactsAsync(Guid subject)
    {
        await using var db = product.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => row.Name).ToListAsync(Stop);
    }

    private static double Pounds(string text) =>
        double.Parse(text.Trim('£').Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
