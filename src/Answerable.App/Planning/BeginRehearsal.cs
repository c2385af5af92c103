using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Planning;

/// <summary>Sets about rehearsing one day with one setting of the knobs, many times over: beside the pages, and kept when done.</summary>
[Needs(Permission.Plan)]
public sealed record BeginRehearsal(SeriesId Id, BenchSetting Setting, int Replications) : IAct<Done>
{
    public const int Fewest = 100;
    public const int Most = 20_000;

    internal sealed class Handler(PlanningRuns runs, PlanningWork work) : IHandle<BeginRehearsal, Done>
    {
        public async Task<Outcome<Done>> Handle(BeginRehearsal act, ActContext context, CancellationToken stop)
        {
            if (act.Replications is < Fewest or > Most)
                return new Refusal("planning.replications", $"Rehearse from {Fewest} to {Most:#,0} days.", "Days");
            if (await context.Db.PlanningSeries.FindAsync([act.Id], stop) is not { } row)
                return PlanningRefusals.NoSuchSeries;
            return BenchDay.Of(SeriesRecord.Read(row.Forecast), act.Setting).Then<Done>(day =>
            {
                runs.Begin(
                    RunKey.OfRehearsal(act.Id, day.Setting.Text), $"Rehearsing {day.Date:dddd d MMMM yyyy}, one simulated day after another", context.Who.Name,
                    (progress, stopped) => work.RehearseAsync(act.Id, day, act.Replications, context.Who, progress, stopped));
                return Done.It;
            });
        }
    }
}
