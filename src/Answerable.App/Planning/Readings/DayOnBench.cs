using System.Text.Json;
using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Simulation.Replications;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>A day sized as the setting says, by Erlang and by simulation side by side.</summary>
[Needs(Permission.Plan)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record DayOnBench(SeriesId Series, BenchSetting Setting) : IReading<DayOnBench.Finding>
{
    /// <param name="Rehearsed">The simulation: the long one kept for this setting, or a quick one; nothing for a day too long to simulate at
    /// once.</param>
    /// <param name="KeptAt">When the long one was kept.</param>
    /// <param name="Why">Why there is no simulation.</param>
    public sealed record Finding(BenchDay Day, DayService Erlang, RehearsedDay? Rehearsed, DateTimeOffset? KeptAt, string? Why, RunState? Run);

    internal sealed class Reader(PlanningRuns runs) : IAnswer<DayOnBench, Finding>
    {
        public async Task<Outcome<Finding>> Answer(DayOnBench reading, ReadingContext context, CancellationToken stop)
        {
            var day = await BenchDay.ReadAsync(context.Db, reading.Series, reading.Setting, stop);
            if (!day.Allowed)
                return day.Refusals.ToList();
            var knobs = day.Value.Setting.Text;
            // Before what it leaves: otherwise one that ends between would be neither under way nor kept, and no page would look again.
            var run = await runs.FindAsync(context.Db, RunKey.OfRehearsal(reading.Series, knobs), stop);
            var kept = await context.Db.Set<RehearsalRow>().Where(row => row.Series == reading.Series && row.Knobs == knobs)
                .OrderByDescending(row => row.At).Select(row => new { row.Result, row.At }).FirstOrDefaultAsync(stop);
            var rehearsed = kept is null
                ? Quick(day.Value.Sized, stop) : Outcome(JsonSerializer.Deserialize<RehearsedDay>(kept.Result, JsonSerializerOptions.Web)!);
            return new Finding(
                day.Value, day.Value.Sized.Erlang(), rehearsed.Allowed ? rehearsed.Value : null, kept?.At,
                rehearsed.Allowed ? null : rehearsed.Refusals[0].Text, run);
        }

        private static Outcome<RehearsedDay> Outcome(RehearsedDay day) => day;

        private static Outcome<RehearsedDay> Quick(SizedDay day, CancellationToken stop)
        {
            var replications = RehearsedDay.QuickReplications(day);
            return replications == 0
                ? new Refusal("planning.long-day", "This day holds too many contacts to simulate while you wait: rehearse it below.")
                : RehearsedDay.Of(day, RehearseDay.Seed, replications, new ReplicationPlan(Cancellation: stop));
        }
    }
}
