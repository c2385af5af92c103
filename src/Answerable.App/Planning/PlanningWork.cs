using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Simulation.Replications;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Planning;

/// <summary>The long work of planning: what is computed beside the pages, and the act that keeps it.</summary>
internal sealed class PlanningWork(IServiceProvider services)
{
    public const int HorizonDays = 10;
    public const int Origins = 6;
    public const long Seed = 1;

    public async Task<Refusal?> ForecastAsync(SeriesRow row, Actor who, IProgress<Progress> progress, CancellationToken stop)
    {
        var made = Forecast(row, progress, stop);
        return made.Allowed ? await KeepAsync(new KeepForecast(row.Id, made.Value), who, stop) : made.Refusals[0];
    }

    public static Outcome<ForecastSummary> Forecast(SeriesRow row, IProgress<Progress>? progress, CancellationToken stop) =>
        CountFile.Read(new StringReader(row.Counts)).Then(counts => CountHistory.From(counts, row.SlotMinutes, LoadSeries.Zone)).Then<ForecastSummary>(history =>
        {
            var calendar = BankHolidays.PartOf(row.Holidays) is { } part ? BankHolidays.Calendar(BankHolidays.Shipped, part, history.Last) : DayCalendar.Empty;
            return ForecastSummary.Of(ForecastStudy.MakeWithAtMost(history, calendar, HorizonDays, Origins, progress, stop));
        });

    public async Task<Refusal?> RehearseAsync(SeriesId series, BenchDay day, int replications, Actor who, IProgress<Progress> progress, CancellationToken stop)
    {
        // One core is left to the pages.
        var threads = Math.Max(1, Environment.ProcessorCount - 1);
        var rehearsed = RehearsedDay.Of(day.Sized, Seed, replications, new ReplicationPlan(threads, progress, stop));
        return rehearsed.Allowed ? await KeepAsync(new KeepRehearsal(series, day.Setting.Text, rehearsed.Value), who, stop) : rehearsed.Refusals[0];
    }

    private async Task<Refusal?> KeepAsync<TResult>(IAct<TResult> act, Actor who, CancellationToken stop)
    {
        var kept = await services.GetRequiredService<Dispatcher>().DoAsync(act, who, stop);
        return kept.Allowed ? null : kept.Refusals[0];
    }
}
