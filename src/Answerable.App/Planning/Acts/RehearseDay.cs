using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Simulation.Replications;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Rehearses a day with one setting of the knobs many times over, and keeps what it showed.</summary>
/// <param name="Knobs">The setting as an address holds it, its day named.</param>
[WorkName("planning.rehearsal", Track = Track.Long, MostAttempts = 3)]
internal sealed record RehearseDay(SeriesId Series, string Knobs, int Replications) : IWork
{
    public const long Seed = 1;

    internal sealed class Performer(Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases) : IPerform<RehearseDay>
    {
        public async Task<Outcome<Done>> PerformAsync(RehearseDay work, WorkInHand hand, CancellationToken stop)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var forecast = await db.Set<SeriesRow>().Where(row => row.Id == work.Series).Select(row => row.Forecast).SingleOrDefaultAsync(stop);
            // One core is left to the pages.
            var plan = new ReplicationPlan(Math.Max(1, Environment.ProcessorCount - 1), new PlanningProgress(hand), stop);
            var rehearsed = BenchSetting.Parse(work.Knobs)
                .Then(setting => BenchDay.Of(SeriesRecord.Read(forecast), setting))
                .Then(day => RehearsedDay.Of(day.Sized, Seed, work.Replications, plan));
            if (!rehearsed.Allowed)
                return rehearsed.Refusals.ToList();
            var kept = await dispatcher.DoAsync(new KeepRehearsal(work.Series, work.Knobs, rehearsed.Value), hand.Who, stop);
            return kept.Then<Done>(_ => Done.It);
        }
    }
}
