using System.Text.Json;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Planning;

namespace Answerable.App.Planning;

/// <summary>Keeps a forecast that was made, in place of the one before.</summary>
[Needs(Permission.Plan)]
internal sealed record KeepForecast(SeriesId Id, ForecastSummary Forecast) : IAct<Done>
{
    internal sealed class Handler : IHandle<KeepForecast, Done>
    {
        public async Task<Outcome<Done>> Handle(KeepForecast act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.PlanningSeries.FindAsync([act.Id], stop) is not { } row)
                return PlanningRefusals.NoSuchSeries;
            (row.Forecast, row.ForecastAt) = (JsonSerializer.Serialize(act.Forecast, JsonSerializerOptions.Web), context.Now);
            context.Happened(new SeriesForecastMade(row.Name, act.Forecast.Last, act.Forecast.Days.Count, act.Forecast.Errors.Wape), row.Id);
            return Done.It;
        }
    }
}
