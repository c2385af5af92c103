using System.Text.Json;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Keeps a forecast that was made, in place of the one before.</summary>
[Needs(Permission.Plan)]
internal sealed record KeepForecast(SeriesId Id, ForecastSummary Forecast) : IAct<Done>
{
    internal sealed class Handler : IHandle<KeepForecast, string, Done>
    {
        public Task<Outcome<string>> Prepare(KeepForecast act, ReadingContext context, CancellationToken stop) =>
            Task.FromResult<Outcome<string>>(JsonSerializer.Serialize(act.Forecast, JsonSerializerOptions.Web));

        public async Task<Outcome<Done>> Decide(KeepForecast act, string forecast, ActContext context, CancellationToken stop)
        {
            // The row holds every count: it is not read for the sake of its name.
            var series = context.Db.Set<SeriesRow>().Where(row => row.Id == act.Id);
            if (await series.Select(row => row.Name).SingleOrDefaultAsync(stop) is not { } name)
                return PlanningRefusals.NoSuchSeries;
            DateTimeOffset? now = context.Now;
            await series.ExecuteUpdateAsync(set => set.SetProperty(row => row.Forecast, forecast).SetProperty(row => row.ForecastAt, now), stop);
            context.Happened(new SeriesForecastMade(name, act.Forecast.Last, act.Forecast.Days.Count, act.Forecast.Errors.Wape), act.Id);
            return Done.It;
        }
    }
}
