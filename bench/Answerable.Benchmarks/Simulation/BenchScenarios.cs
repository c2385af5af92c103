using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Distributions;

namespace Answerable.Benchmarks.Simulation;

/// <summary>The centres that are timed.</summary>
internal static class BenchScenarios
{
    private const int Week = 7 * 48;
    private const int SeatsAtPeak = 500;

    public static Scenario OneQueue() => Scenario.Named("M/M/310+M")
        .With(ContactType.ByPhone("calls").Arriving(perHour: 6000).TakingOnAverage(180).WaitingOnAverage(120))
        .With(SkillGroup.Of("agents", 310).Serving("calls"));

    /// <summary>
    /// Five contact types; ten skill groups of 31, each with a first and a second type, so that every type has two groups of equal preference
    /// and two to overflow to; 15 % come back a day later.
    /// </summary>
    public static Scenario TenGroups()
    {
        var scenario = Scenario.Named("10 skill groups, 5 contact types, repeats");
        for (var t = 0; t < 5; t++)
            scenario = scenario.With(ContactType.ByPhone($"type {t}").Arriving(perHour: 1020).TakingOnAverage(180).WaitingOnAverage(120)
                .Repeating(0.15, afterOnAverage: 86_400));
        for (var g = 0; g < 10; g++)
            scenario = scenario.With(SkillGroup.Of($"group {g}", 31).Serving($"type {g % 5}").Serving($"type {(g + 1 + g / 5) % 5}", preference: 2));
        return scenario;
    }

    /// <summary>
    /// Fifty-two weeks of a centre with 500 seats at the peak: two phone types and written work, two groups with overflow, half-hourly
    /// demand and staff by weekday, over-dispersed days, lognormal handling, redials and repeats.
    /// </summary>
    public static Scenario Year()
    {
        var shape = Enumerable.Range(0, Week).Select(Shape).ToArray();
        var (first, second) = (0.55 * SeatsAtPeak, 0.3 * SeatsAtPeak);
        return (Scenario.Named("a year of 500 seats") with { Interval = 7 * 86_400 }).Lasting(hours: 52 * 7 * 24)
            .With(Calls("service", first, shape), Calls("billing", second, shape),
                ContactType.Written("email").Arriving(perHour: 150).Taking(Lognormal.WithMean(300, 1)))
            .With(Staffed("service team", first, 0.6, shape).Serving("service").Serving("billing", preference: 2).Serving("email"),
                Staffed("billing team", second, 0.6, shape).Serving("billing").Serving("service", preference: 2).Serving("email"));
    }

    private static ContactType Calls(string name, double erlangs, double[] shape) =>
        (ContactType.ByPhone(name) with { Busyness = new Answerable.Simulation.Arrivals.Busyness(0.06, 86_400) })
            .Arriving([.. shape.Select(s => s * erlangs * 12)], everyMinutes: 30)
            .Taking(Lognormal.WithMean(300, 1)).WaitingOnAverage(150).Redialling(0.4, 900).Repeating(0.12, 86_400);

    private static SkillGroup Staffed(string name, double erlangs, double margin, double[] shape) =>
        SkillGroup.Of(name,
            StaffPlan.EachInterval([.. shape.Select(s => (int)Math.Ceiling(s * erlangs * 1.15 + margin * Math.Sqrt(s * erlangs)))], minutes: 30));

    // Open 08:00 to 20:00, with a peak in the morning and a lower one in the afternoon; weekends at a third.
    private static double Shape(int slot)
    {
        var (day, hour) = (slot / 48, slot % 48 / 2.0);
        if (hour is < 8 or >= 20)
            return 0;
        var bell = 0.55 + 0.45 * Math.Exp(-(hour - 10.5) * (hour - 10.5) / 4) + 0.3 * Math.Exp(-(hour - 15) * (hour - 15) / 4);
        return (day < 5 ? 1 : 0.33) * Math.Min(1, bell);
    }
}
