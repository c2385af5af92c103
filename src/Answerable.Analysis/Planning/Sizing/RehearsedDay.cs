using Answerable.Analysis.Planning.Erlang;
using Answerable.Analysis.Rehearsal;
using Answerable.Model;
using Answerable.Simulation.Arrivals;
using Answerable.Simulation.Replications;

namespace Answerable.Analysis.Planning.Sizing;

/// <summary>A sized day as simulation shows it: the centre opens empty, a busy quarter-hour spills into the next, days differ.</summary>
/// <param name="Replications">Days simulated.</param>
/// <param name="Contacts">Contacts offered a day.</param>
/// <param name="ServiceLevel">By the definition of the knobs, with its 95 % interval; as are the others.</param>
/// <param name="Abandoned">The share of offered that left.</param>
/// <param name="SpeedOfAnswer">Mean wait in seconds of those answered.</param>
/// <param name="Occupancy">The share of agents' time at work spent handling.</param>
/// <param name="Quarters">The service level of each quarter-hour.</param>
public sealed record RehearsedDay(
    int Replications, Reading Contacts, Reading ServiceLevel, Reading Abandoned, Reading SpeedOfAnswer, Reading Occupancy,
        IReadOnlyList<Reading> Quarters)
{
    /// <summary>Contacts that are simulated within about a tenth of a second on one core.</summary>
    private const double QuickContacts = 60_000;
    private const double MostQuickContacts = 250_000;
    private const int MostQuickReplications = 60;
    private const int LeastReplications = 5;

    /// <summary>Days that can be simulated while somebody waits; none of a day that is too long for that.</summary>
    public static int QuickReplications(SizedDay day) => day.Curve.Total * LeastReplications > MostQuickContacts
        ? 0
        : (int)Math.Clamp(QuickContacts / Math.Max(1, day.Curve.Total), LeastReplications, MostQuickReplications);

    /// <summary>Simulates the day; the same seed gives the same figures on any number of threads. Time grows with contacts x replications.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Outcome<RehearsedDay> Of(SizedDay day, long seed, int replications, ReplicationPlan plan)
    {
        if (day.Quarters.All(quarter => quarter.Staffed == 0))
            return new Refusal("rehearsal.nobody", "Nobody is at work on this day, so there is nothing to simulate.");
        var runs = RehearsalStudy.Run(Twin(day), seed, replications, plan, out var problem);
        if (runs is null)
            return new Refusal("rehearsal.not-run", problem);
        Tally[] totals = [.. runs.Select(run => run.Total)];
        return new RehearsedDay(
            replications, Reading.PerRun(totals, tally => tally.All(TypeCount.Attempts)), Level(totals, day),
            Reading.Ratio(totals, tally => tally[0, TypeCount.Abandoned], tally => tally[0, TypeCount.Attempts]),
            Reading.Ratio(totals, tally => tally[0, TypeCount.WaitedByAnswered], tally => tally[0, TypeCount.Answered]),
            Reading.Ratio(totals, tally => tally[0, GroupCount.BusyTime], tally => tally[0, GroupCount.OnDutyTime]),
            [.. Enumerable.Range(0, day.Quarters.Count).Select(at => Level([.. runs.Select(run => run.Intervals[at])], day))]);
    }

    private static Scenario Twin(SizedDay day)
    {
        const string calls = "calls";
        var knobs = day.Knobs;
        var type = (ContactType.ByPhone(calls) with { Target = knobs.Service.Seconds, ShortAbandon = knobs.Service.ShortSeconds })
            .Arriving([.. day.Curve.Contacts.Select(contacts => contacts * 4)], DayCurve.Quarter).TakingOnAverage(knobs.HandlingSeconds);
        if (knobs.PatienceSeconds is { } patience)
            type = type.WaitingOnAverage(patience);
        if (knobs.DaysVary && day.Curve.DayVariance > 0)
            type = type with { Busyness = new Busyness(Math.Sqrt(day.Curve.DayVariance), 24 * 3600) };
        var team = SkillGroup.Of("team", StaffPlan.EachInterval([.. day.Quarters.Select(quarter => quarter.Staffed)], DayCurve.Quarter));
        return (Scenario.Named("day") with { Interval = DayCurve.Quarter * 60 })
            .Lasting(day.Quarters.Count * DayCurve.Quarter / 60.0).With(type).With(team.Serving(calls));
    }

    private static Reading Level(Tally[] tallies, SizedDay day)
    {
        Func<Tally, double> offered = tally => tally[0, TypeCount.Attempts], inTime = tally => tally[0, TypeCount.AnsweredInTarget];
        Func<Tally, double> gone = tally => tally[0, TypeCount.AbandonedInTarget], brief = tally => tally[0, TypeCount.AbandonedShort];
        return day.Knobs.Service.Definition switch
        {
            ServiceLevelDefinition.OfOffered => Reading.Ratio(tallies, inTime, offered),
            ServiceLevelDefinition.OfAnswered => Reading.Ratio(tallies, inTime, tally => tally[0, TypeCount.Answered]),
            ServiceLevelDefinition.AbandonsCountedIn => Reading.Ratio(tallies, tally => inTime(tally) + gone(tally), offered),
            ServiceLevelDefinition.AbandonsInTimeExcluded => Reading.Ratio(tallies, inTime, tally => offered(tally) - gone(tally)),
            ServiceLevelDefinition.ShortAbandonsExcluded => Reading.Ratio(tallies, inTime, tally => offered(tally) - brief(tally)),
        };
    }
}
