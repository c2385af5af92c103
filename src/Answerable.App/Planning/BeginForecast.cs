using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Sets about the forecast of a series: it is made beside the pages, and kept when done.</summary>
[Needs(Permission.Plan)]
public sealed record BeginForecast(SeriesId Id) : IAct<Done>
{
    internal sealed class Handler(PlanningRuns runs, PlanningWork work) : IHandle<BeginForecast, Done>
    {
        public async Task<Outcome<Done>> Handle(BeginForecast act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.PlanningSeries.SingleOrDefaultAsync(row => row.Id == act.Id, stop);
            if (row is null)
                return PlanningRefusals.NoSuchSeries;
            runs.Begin(
                RunKey.OfForecast(act.Id), "Forecasting from earlier dates, to see what such forecasts were worth", context.Who.Name,
                (progress, stopped) => work.ForecastAsync(row, context.Who, progress, stopped));
            return Done.It;
        }
    }
}
