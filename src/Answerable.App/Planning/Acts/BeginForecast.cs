using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Sets about the forecast of a series: it is made beside the pages, and kept when done.</summary>
[Needs(Permission.Plan)]
public sealed record BeginForecast(SeriesId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<BeginForecast, Done>
    {
        public async Task<Outcome<Done>> Handle(BeginForecast act, ActContext context, CancellationToken stop)
        {
            if (!await context.Db.Set<SeriesRow>().AnyAsync(row => row.Id == act.Id, stop))
                return PlanningRefusals.NoSuchSeries;
            await context.AfterwardsOnceAsync(
                new MakeForecast(act.Id), RunKey.OfForecast(act.Id).Text, "Forecasting from earlier dates, to see what such forecasts were worth",
                    stop);
            return Done.It;
        }
    }
}
