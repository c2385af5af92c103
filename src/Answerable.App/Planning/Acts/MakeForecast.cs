using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Simulation.Replications;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Answerable.App.Planning;

/// <summary>Makes the forecast of a series, and keeps it.</summary>
[WorkName("planning.forecast", Track = Track.Long, MostAttempts = 3)]
internal sealed record MakeForecast(SeriesId Series) : IWork
{
    public const int HorizonDays = 10;
    public const int Origins = 6;

    internal sealed class Performer(Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases, CentreInForce centre) : IPerform<MakeForecast>
    {
        public async Task<Outcome<Done>> PerformAsync(MakeForecast work, WorkInHand hand, CancellationToken stop)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            if (await db.Set<SeriesRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == work.Series, stop) is not { } row)
                return PlanningRefusals.NoSuchSeries;
            var made = Of(row, await centre.NowAsync(), new PlanningProgress(hand), stop);
            return made.Allowed ? await dispatcher.DoAsync(new KeepForecast(work.Series, made.Value), hand.Who, stop) : made.Refusals.ToList();
        }
    }

    public static Outcome<ForecastSummary> Of(SeriesRow row, CentreSettings here, IProgress<Progress>? progress, CancellationToken stop) =>
        CountFile.Read(new StringReader(PackedText.Read(row.Counts)))
            .Then(counts => CountHistory.From(
                counts, row.SlotMinutes, DateTimeZoneProviders.Tzdb[here.Zone], QueueHours.Of(here, row.Queue ?? "", row.Holidays)))
            .Then<ForecastSummary>(history => ForecastSummary.Of(ForecastStudy.Make(
                history, QueueHours.CalendarOf(here, row.Queue ?? "", row.Holidays, history.Last), HorizonDays, Origins, progress, stop)));
}
