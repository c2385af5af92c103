using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Answerable.DatabaseTests.Planning;

public sealed class WorkbenchTests
{
    private static readonly Actor Planner = Actor.Of(new PersonId(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), "Stuart", [Role.Planner], null);
    private static readonly BenchSetting Usual = BenchSetting.Read(new Dictionary<string, string>()).Value;

    [Theory, EachDatabase]
    public async Task A_series_is_loaded_forecast_and_kept(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await ForecastAsync(centre);
        var record = (await centre.AskAsync(new SeriesRecord(id), Planner)).Value;
        Assert.Equal(10, record.Forecast!.Days.Count);
        Assert.True(record.Forecast.Errors.Origins > 0);
        Assert.Equal(["series.loaded", "series.forecast-made"], await FactsOfAsync(centre, id.Value));
        var found = (await centre.AskAsync(new DayOnBench(id, Usual), Planner)).Value;
        Assert.NotNull(found.Rehearsed);
        Assert.Equal(found.Day.Date, record.Forecast.Days[0].Date);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_planned_from_is_refused_and_nothing_is_kept(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var rows = Rows(6);
        (rows[10], rows[11]) = (rows[11], rows[10]);
        var unsorted = await centre.DoAsync(new LoadSeries("Calls", "a file", 60, "", rows), Planner);
        Assert.Contains("the rows must be sorted", Assert.Single(unsorted.Refusals).Text, StringComparison.Ordinal);
        var several = await centre.DoAsync(new LoadSeries(" ", "a file", 7, "Atlantis", Rows(6)), Planner);
        Assert.Equal(["Name", "Slot", "Holidays"], several.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("access.denied",
            Assert.Single((await centre.DoAsync(new LoadSeries("Calls", "", 60, "", Rows(6)), Planner with { Roles = [Role.Agent] })).Refusals).Code);
        await using var db = centre.OpenDb();
        Assert.Equal(0, await db.Set<SeriesRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>In 0.1.0 a desk waited until the planner's act was done.</summary>
    [Theory, EachDatabase]
    public async Task While_a_planner_loads_a_large_series_desks_go_on(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        // From three in the morning to midnight, so that no hour is one the clocks leave out.
        var first = new LocalDateTime(2018, 1, 1, 3, 0);
        IntervalCount[] rows = [.. Enumerable.Range(0, 84 * 3_000)
            .Select(row => new IntervalCount(first.PlusDays(row / 84).PlusMinutes(15L * (row % 84)), row % 50, row + 2))];
        var begun = new TaskCompletionSource();
        var load = Task.Run(() =>
        {
            begun.SetResult();
            return centre.DoAsync(new LoadSeries("Calls", "a file", 15, "", rows), Planner);
        });
        await begun.Task;
        var meanwhile = 0;
        for (var number = 1; number <= 10; number++)
        {
            Assert.True((await centre.DoAsync(new FormTeam($"Team {number}"))).Allowed);
            meanwhile += load.IsCompleted ? 0 : 1;
        }
        Assert.True((await load).Allowed);
        Assert.True(meanwhile > 0, "No desk was served before the load was done.");
    }

    [Theory, EachDatabase]
    public async Task A_scenario_is_saved_renamed_and_removed_with_a_fact_each(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = await ForecastAsync(centre);
        var busier = BenchSetting.Read(new Dictionary<string, string> { ["demand"] = "25", ["shrinkage"] = "40" }).Value;
        var id = (await centre.DoAsync(new SaveScenario(series, "Flu week", busier), Planner)).Value;
        Assert.Equal("planning.name-known",
            Assert.Single((await centre.DoAsync(new SaveScenario(series, "FLU WEEK", busier), Planner)).Refusals).Code);
        var line = Assert.Single((await centre.AskAsync(new SeriesList(), Planner)).Value.Scenarios);
        Assert.Equal(("Flu week", "Stuart"), (line.Name, line.SavedBy));
        Assert.Contains("demand=25&", line.Knobs, StringComparison.Ordinal);
        await centre.DoAsync(new RenameScenario(id, "Flu and snow"), Planner);
        await centre.DoAsync(new RemoveScenario(id), Planner);
        Assert.Empty((await centre.AskAsync(new SeriesList(), Planner)).Value.Scenarios);
        Assert.Equal(["scenario.saved", "scenario.renamed", "scenario.removed"], await FactsOfAsync(centre, id.Value));
        Assert.Equal("not-found", Assert.Single((await centre.DoAsync(new RemoveScenario(id), Planner)).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task A_rehearsal_is_kept_as_simulated_and_shown_again_for_the_same_setting(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = await ForecastAsync(centre);
        await centre.DoAsync(new BeginRehearsal(series, Usual, 100), Planner);
        var found = await UntilAsync(async () =>
            (await centre.AskAsync(new DayOnBench(series, Usual), Planner)).Value is { KeptAt: not null } done ? done : null);
        Assert.Equal(100, found.Rehearsed!.Replications);
        await using var db = centre.OpenDb();
        var row = await db.Set<RehearsalRow>().SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Set<JournalRow>().SingleAsync(entry => entry.Subject == row.Id.Value, TestContext.Current.CancellationToken);
        Assert.Equal(("scenario.rehearsed", FactKind.Simulated), (entry.Name, entry.Kind));
        Assert.Equal("planning.replications", Assert.Single((await centre.DoAsync(new BeginRehearsal(series, Usual, 5), Planner)).Refusals).Code);
    }

    /// <summary>Otherwise long work that ends between the two looks is neither under way nor done, and its page, which looks again only while
    /// something is under way, says for ever that nothing was.</summary>
    [Theory, EachDatabase]
    public async Task How_long_work_stands_is_read_before_what_it_leaves(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = await ForecastAsync(centre);
        Assert.True(await EarlierAsync(new SeriesRecord(series), "FROM work_outbox", "FROM planning_series"));
        Assert.True(await EarlierAsync(new DayOnBench(series, Usual), "FROM work_outbox", "FROM planning_rehearsals"));

        async Task<bool> EarlierAsync<T>(IReading<T> reading, string first, string then)
        {
            using var asked = CountedCommands.Begin();
            Assert.True((await centre.AskAsync(reading, Planner)).Allowed);
            var texts = asked.Texts.Select(text => text.Replace("\"", "", StringComparison.Ordinal)).ToList();
            int Place(string table) => texts.FindIndex(text => text.Contains(table, StringComparison.Ordinal));
            Assert.True(Place(first) >= 0 && Place(then) >= 0, string.Join("\n\n", texts));
            return Place(first) < Place(then);
        }
    }

    [Theory, EachDatabase]
    public async Task Long_work_is_stopped_and_leaves_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = await ForecastAsync(centre);
        var setting = (await centre.AskAsync(new DayOnBench(series, Usual), Planner)).Value.Day.Setting;
        await centre.DoAsync(new BeginRehearsal(series, setting, BeginRehearsal.Most), Planner);
        await centre.DoAsync(new StopRun(RunKey.OfRehearsal(series, setting.Text)), Planner);
        var run = await UntilAsync(async () =>
            (await centre.AskAsync(new DayOnBench(series, setting), Planner)).Value.Run is { IsUnderWay: false } ended ? ended : null);
        Assert.Equal(RunStage.Stopped, run.Stage);
        await using var db = centre.OpenDb();
        Assert.Equal(0, await db.Set<RehearsalRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task Removing_a_series_takes_its_scenarios_along(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var series = await ForecastAsync(centre);
        var scenario = (await centre.DoAsync(new SaveScenario(series, "As forecast", Usual), Planner)).Value;
        Assert.True((await centre.DoAsync(new RemoveSeries(series), Planner)).Allowed);
        Assert.Equal(["scenario.saved", "scenario.removed"], await FactsOfAsync(centre, scenario.Value));
        Assert.Equal("not-found", Assert.Single((await centre.AskAsync(new SeriesRecord(series), Planner)).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task What_somebody_else_put_there_is_removed_by_those_who_may(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var other = Actor.Of(new PersonId(new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)), "Stuart", [Role.Planner], null);
        var manager = Actor.Of(new PersonId(new Guid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3)), "Helen", [Role.Manager], null);
        var series = await ForecastAsync(centre);
        var scenario = (await centre.DoAsync(new SaveScenario(series, "As forecast", Usual), other)).Value;
        foreach (var refused in new[] { await centre.DoAsync(new RemoveSeries(series), Planner),
            await centre.DoAsync(new RemoveSeries(series), other), await centre.DoAsync(new RemoveScenario(scenario), Planner) })
            Assert.Equal("planning.of-another", Assert.Single(refused.Refusals).Code);
        var seen = (await centre.AskAsync(new SeriesList(), other)).Value;
        Assert.Equal((false, true), (Assert.Single(seen.Series).Removable, Assert.Single(seen.Scenarios).Removable));
        Assert.True(Assert.Single((await centre.AskAsync(new SeriesList(), manager)).Value.Series).Removable);
        Assert.True((await centre.DoAsync(new RemoveSeries(series), manager)).Allowed);
        Assert.Empty((await centre.AskAsync(new SeriesList(), manager)).Value.Scenarios);
    }

    [Theory, EachDatabase]
    public async Task The_journals_own_contacts_become_a_series_by_the_quarter_hour(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync(
            [.. Enumerable.Range(0, 40)
            .Select(number => Arrival(number, new DateTimeOffset(2026, 9, 1 + number % 20, 9, number % 4 * 15, 1, TimeSpan.Zero)))]);
        var counts = (await centre.AskAsync(new JournalCounts("water", "", new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1)), Planner)).Value;
        Assert.Equal(40, counts.Sum(count => count.Calls));
        Assert.Equal(new LocalDateTime(2026, 9, 1, 10, 0), counts.First(count => count.Calls > 0).Start);
        Assert.Equal("measures.no-such-value",
            Assert.Single(
            (await centre.AskAsync(new JournalCounts("gas", "", new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1)), Planner)).Refusals).Code);
        Assert.Equal("planning.no-contacts",
            Assert.Single(
            (await centre.AskAsync(new JournalCounts("", "", new DateOnly(2025, 9, 1), new DateOnly(2025, 10, 1)), Planner)).Refusals).Code);
    }

    /// <summary>Thirty answered after 20 s and handled for 200 s, ten gone after 40 s: 1,000 s of waiting over ten who left.</summary>
    [Theory, EachDatabase]
    public async Task The_journal_says_how_long_contacts_take_and_how_long_they_wait(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync(
            [.. Enumerable.Range(0, 40)
            .SelectMany(number => Course(number, new DateTimeOffset(2026, 9, 1 + number % 20, 9, number % 4 * 15, 1, TimeSpan.Zero)))]);
        var counted = new JournalCounts("water", "", new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 1));
        var knobs = (await centre.AskAsync(new JournalKnobs(counted), Planner)).Value;
        Assert.Equal((200, 100, 30, 10), (knobs.HandlingSeconds, knobs.PatienceSeconds, knobs.Handled, knobs.Abandons));
        Assert.Equal("aht=200&patience=100", knobs.Words);
        Assert.Equal("; handling time 200 s, the mean of 30; patience 100 s, all waiting over 10 who left", knobs.Said);
        var few = (await centre.AskAsync(new JournalKnobs(counted with { To = new DateOnly(2026, 9, 3) }), Planner)).Value;
        Assert.Equal((200, null, "aht=200"), (few.HandlingSeconds, few.PatienceSeconds, few.Words));
    }

    private static IEnumerable<Entry> Course(int number, DateTimeOffset at)
    {
        Entry Then(ContactFact fact, int seconds) => Entry.Of(
            fact, at.AddSeconds(seconds), FactKind.Live, "desk", $"{fact.GetType().Name} {number}",
                new Guid(number + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9), null);
        ContactFact[] course =
            number % 4 == 0 ? [new ContactAbandoned()] : [new ContactAnswered(null, null), new ContactEnded(), new ContactWrapped()];
        int[] times = number % 4 == 0 ? [40] : [20, 180, 220];
        return [Arrival(number, at), Then(new ContactQueued("water"), 0), .. course.Zip(times, Then)];
    }

    private static Entry Arrival(int number, DateTimeOffset at) => Entry.Of(
        new ContactArrived(Channel.Phone, "water", null, null), at, FactKind.Live, "desk", $"arrival {number}",
            new Guid(number + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9), null);

    private static async Task<SeriesId> ForecastAsync(TestCentre centre)
    {
        var id = (await centre.DoAsync(new LoadSeries("Calls", "a file", 60, "", Rows(8)), Planner)).Value;
        await centre.DoAsync(new BeginForecast(id), Planner);
        await UntilAsync(async () => (await centre.AskAsync(new SeriesRecord(id), Planner)).Value.Forecast);
        return id;
    }

    /// <summary>Weekdays from eight to six, busier in the morning.</summary>
    private static List<IntervalCount> Rows(int weeks) =>
    [
        .. Enumerable.Range(0, weeks * 7).Select(day => new LocalDate(2026, 6, 1).PlusDays(day)).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date =>
                Enumerable.Range(8, 10).Select(hour => (At: date.At(new LocalTime(hour, 0)), Calls: 60.0 - 3 * hour + (int)date.DayOfWeek)))
            .Select((row, place) => new IntervalCount(row.At, row.Calls, place + 2)),
    ];

    private static Task<T> UntilAsync<T>(Func<Task<T?>> look) where T : class => Soon.FoundAsync("the long work ended", look);

    private static async Task<List<string>> FactsOfAsync(TestCentre centre, Guid subject)
    {
        await using var db = centre.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => row.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
