using Answerable.Analysis.Measures;

namespace Answerable.Analysis.Conduct;

/// <summary>What is said of each step of a version, each with its formula.</summary>
public static class StepKpis
{
    private static readonly CountTerm TakenTerm = new(StepMeasures.Taken, "taken");
    private static readonly CountTerm LeftOutTerm = new(StepMeasures.LeftOut, "left out");
    private static readonly SignedTerm[] Passed = Sum(TakenTerm, LeftOutTerm);

    public static readonly Kpi Taken = Of("step-taken", "Taken", "How often the step was done, answered, or reached as the outcome.", KpiUnit.Times,
        new Tally(Sum(TakenTerm)));

    public static readonly Kpi MedianTime =
        Of("step-time-p50", "Median time", "Half of the times it was taken took no longer than this.", KpiUnit.Seconds,
        new Percentile(StepMeasures.Times, 500, "times at the step (from being reached to being left, hold and absence left out)"));

    public static readonly Kpi MeanTime = Of("step-time", "Mean time", "Mean time at the step, each time it was taken.", KpiUnit.Seconds,
        new Ratio(Sum(new TimeTerm(StepMeasures.Time, "time at the step (from being reached to being left, hold and absence left out)")),
            Sum(TakenTerm), 0.001));

    public static readonly Kpi LeftOut =
        Of("step-left-out", "Left out", "Share of the times it was taken or left out in which it was left out.", KpiUnit.Percent,
        new Ratio(Sum(LeftOutTerm), Passed, 100));

    public static readonly Kpi GoneBackOn =
        Of("step-gone-back-on", "Gone back on", "How often agents came back to it from a later step, of the times it was taken.", KpiUnit.Percent,
        new Ratio(Sum(new CountTerm(StepMeasures.GoneBackOn, "gone back on")), Sum(TakenTerm), 100));

    // A count: one stay may see several referrals, and one that is still waited for is of no stay that has ended.
    public static readonly Kpi Referred = Of("step-referred", "Referred", "How often a referral was made there, whatever came of it.", KpiUnit.Times,
        new Tally(Sum(new CountTerm(StepMeasures.Referred, "referred"))));

    public static readonly IReadOnlyList<Kpi> All = [Taken, MedianTime, MeanTime, LeftOut, GoneBackOn, Referred];

    private static SignedTerm[] Sum(params Term[] terms) => [.. terms.Select(term => new SignedTerm(term, 1))];

    private static Kpi Of(string name, string title, string words, KpiUnit unit, Formula formula) =>
        new(name, title, words, 1, unit, formula, "Stays that ended otherwise: left out, gone back from, broken off.", "not taken", null)
        { Family = StepMeasures.Family };
}
