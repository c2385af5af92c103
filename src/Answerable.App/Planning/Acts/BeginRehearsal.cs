using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Sets about rehearsing one day with one setting of the knobs, many times over: beside the pages, and kept when done.</summary>
[Needs(Permission.Plan)]
public sealed record BeginRehearsal(SeriesId Id, BenchSetting Setting, int Replications) : IAct<Done>
{
    public const int Fewest = 100;
    public const int Most = 20_000;

    internal sealed class Handler : IHandle<BeginRehearsal, BenchDay, Done>
    {
        public async Task<Outcome<BenchDay>> Prepare(BeginRehearsal act, ReadingContext context, CancellationToken stop)
        {
            if (act.Replications is < Fewest or > Most)
                return new Refusal("planning.replications", $"Rehearse from {Fewest} to {Most:#,0} days.", "Days");
            return await BenchDay.ReadAsync(context.Db, act.Id, act.Setting, stop);
        }

        public async Task<Outcome<Done>> Decide(BeginRehearsal act, BenchDay day, ActContext context, CancellationToken stop)
        {
            if (!await context.Db.Set<SeriesRow>().AnyAsync(row => row.Id == act.Id, stop))
                return PlanningRefusals.NoSuchSeries;
            var knobs = day.Setting.Text;
            await context.AfterwardsOnceAsync(
                new RehearseDay(act.Id, knobs, act.Replications), RunKey.OfRehearsal(act.Id, knobs).Text,
                    $"Rehearsing {day.Date:dddd d MMMM yyyy}, one simulated day after another", stop);
            return Done.It;
        }
    }
}
