using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Simulation.Streams;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>One run of a version: so many days one after the other, and the days after them in which customers come again.</summary>
/// <param name="Figures">In the order of <see cref="TwinMeasures.Told"/>, and then referrals for each hundred answered contacts.</param>
/// <param name="Levels">In the order of the ground's levels.</param>
/// <param name="Journal">Every fact, of kind simulated; empty where none was asked for.</param>
public sealed record TwinRun(IReadOnlyList<double?> Figures, IReadOnlyList<LevelRun> Levels, IReadOnlyList<Entry> Journal)
{
    /// <summary>Nothing where more waits than any centre could hold.</summary>
    internal static TwinRun? Of(TwinGround ground, TwinScenario scenario, TwinVersion version, TwinPlan plan, int run, CancellationToken cancellation)
    {
        var source = new StreamSource(plan.Seed);
        var led = new LedWalks(ground, scenario, version, source, run);
        var centre = new Centre(scenario.Scenario, source, run, led: led);
        var total = new Tally(scenario.Scenario.Types.Count, scenario.Scenario.Groups.Count);
        for (var day = 0; day < plan.Days; day++)
            total.Add(Open(centre, scenario, day, cancellation));
        centre.RunUntil((plan.Days + TwinMeasures.Tail) * TwinScenario.Day, cancellation);
        if (centre.Overwhelmed)
            return null;
        led.Close();
        return new TwinRun([.. FiguresOf(led.Outcome, ground, plan.Days)], [.. LevelsOf(led.Outcome, scenario, ground, total, plan.Days)],
            plan.KeepJournal ? Written(led.Outcome, run) : []);
    }

    private static Tally Open(Centre centre, TwinScenario scenario, int day, CancellationToken cancellation)
    {
        var midnight = day * TwinScenario.Day;
        centre.RunUntil(midnight + scenario.Opens, cancellation);
        centre.StartWindow(midnight + scenario.Opens);
        centre.RunUntil(midnight + scenario.Closes, cancellation);
        return centre.EndWindow(midnight + scenario.Closes);
    }

    private static IEnumerable<double?> FiguresOf(LedOutcome outcome, TwinGround ground, int days)
    {
        foreach (var figure in TwinMeasures.Of(outcome.Contacts, ground.From, days))
            yield return figure;
        var answered = outcome.Contacts.Count(contact => contact.AnsweredAt is not null);
        yield return answered == 0 ? null : 100.0 * Roles.Line.Sum(outcome.AskedOf) / answered;
    }

    private static IEnumerable<LevelRun> LevelsOf(LedOutcome outcome, TwinScenario scenario, TwinGround ground, Tally total, int days)
    {
        foreach (var level in ground.Levels)
        {
            var (taken, waited) = outcome.TakenBy(level.Role);
            var group = scenario.Levels.Index().Where(known => known.Item.Role == level.Role).Select(known => (int?)known.Index).FirstOrDefault();
            var (all, busy, there) = (days + TwinMeasures.Tail,
                group is { } known ? total[known, GroupCount.BusyTime] : 0, group is { } place ? total[place, GroupCount.OnDutyTime] : 0);
            yield return new LevelRun(
                (double)outcome.AskedOf(level.Role) / all, (double)taken / all, taken == 0 ? null : waited / taken, there == 0 ? null
                    : 100 * busy / there);
        }
    }

    private static Entry[] Written(LedOutcome outcome, int run) => [.. outcome.Facts.Select((told, number) => Entry.Of(
        told.Fact, told.At, FactKind.Simulated, Told.Source, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{run}/{number}"),
            told.Subject, told.Actor))];
}

/// <summary>What one level had to do with referrals in a run.</summary>
/// <param name="Asked">Referrals a day put to the role; <paramref name="Taken"/> those its people took.</param>
/// <param name="Wait">Seconds those had waited on average.</param>
/// <param name="Occupancy">Percent of the time there in which its people were at work with somebody.</param>
public sealed record LevelRun(double Asked, double Taken, double? Wait, double? Occupancy);

/// <summary>How a version is rehearsed.</summary>
/// <param name="Days">Measured days of each run.</param>
/// <param name="Runs">Runs on different chance, from which intervals are told.</param>
public sealed record TwinPlan(int Days, long Seed, int Runs = TwinPlan.UsualRuns, bool KeepJournal = false)
{
    public const int UsualRuns = 20;
    public const int MostDays = 366;
}
