using Answerable.App.Acts;
using Answerable.App.Planning;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Demo;

/// <summary>What a planner has on the workbench: one queue's own contacts with their forecast, and what may go wrong with the day.</summary>
internal static class FillPlanning
{
    /// <summary>Fewer days say too little of a week to forecast from.</summary>
    public const int LeastDays = 28;

    private const string Queue = "billing";
    private const string Name = "Billing calls";
    private static readonly Actor Planner = DemoPeople.Accounts.First(person => person.Role == Role.Planner).Actor;

    private static readonly (string Name, string Word, string Value)[] Scenarios =
    [
        ("Bills go out a week early", "demand", "35"),
        ("Flu in the team", "shrinkage", "45"),
    ];

    public sealed record Counted(LoadSeries Series, IReadOnlyDictionary<string, string> Knobs);

    /// <summary>Counts what came, before anything is kept: it waits for the measures to be added up.</summary>
    public static async Task<Counted> CountAsync(Dispatcher dispatcher, DemoMoments moments, CancellationToken stop)
    {
        var asked = new JournalCounts(Queue, "", moments.FirstDay, moments.LastDay);
        var counts = (await dispatcher.AskAsync(asked, Planner, stop)).Value;
        var knobs = (await dispatcher.AskAsync(new JournalKnobs(asked), Planner, stop)).Value;
        return new Counted(
            new LoadSeries(Name, $"the journal: {Queue}{knobs.Said}", 30, "", counts) { Queue = Queue, Knobs = knobs.Words },
            knobs.Words.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('='))
                .ToDictionary(word => word[0], word => word[1]));
    }

    public static async Task RunAsync(DemoHand hand, Counted counted, DateTimeOffset at, CancellationToken stop)
    {
        if (await hand.Db.Set<SeriesRow>().AnyAsync(row => row.Name == Name, stop))
            return;
        var id = await hand.DoAsync<LoadSeries, SeriesId>(counted.Series, Planner, at, stop);
        var row = await hand.Db.Set<SeriesRow>().AsNoTracking().SingleAsync(row => row.Id == id, stop);
        await hand.DoAsync(new KeepForecast(id, MakeForecast.Of(row, await hand.CentreAsync(), null, stop).Value), Planner, at, stop);
        foreach (var (name, word, value) in Scenarios)
        {
            var words = new Dictionary<string, string>(counted.Knobs) { [word] = value };
            await hand.DoAsync<SaveScenario, SavedScenarioId>(new SaveScenario(id, name, BenchSetting.Read(words).Value), Planner, at, stop);
        }
    }
}
