namespace Answerable.Analysis.Measures;

internal static class WaitKpis
{
    private const string OnlyAnswered = "Outbound contacts; contacts whose wait is not known; the abandoned: the figure falls when people give "
        + "up, so read it beside abandonment.";
    private static readonly SignedTerm[] Offered = Terms.Sum(Terms.Answered, Terms.Abandoned);
    private static readonly SignedTerm[] OfferedTimed = Terms.Sum(Terms.Answered, Terms.AbandonedTimed);
    private static readonly Beside AnsweredLeftOut = new(Terms.LeftOut.Label, [Terms.Untimed[0]]);
    private static readonly Beside AbandonedLeftOut = new(Terms.LeftOut.Label, [Terms.Untimed[1]]);
    private static readonly Beside ToldBoth =
        new("told as answered and abandoned, counted as answered", Terms.Sum(new CountTerm(ContactMeasures.ToldBoth, "told both")));
    private static readonly Beside Waiting = new("still waiting", Terms.Sum(Terms.Waiting));

    public static readonly Kpi[] All =
    [
        new("speed-of-answer", "Average speed of answer", "Mean wait of answered contacts, those answered at once included.", 1, KpiUnit.Seconds,
            new Ratio(Terms.Sum(new TimeTerm(ContactMeasures.WaitAnswered, "waits of answered contacts")), Terms.Sum(Terms.AnsweredTimed), 0.001)
            { Among = Terms.WaitKnown },
            OnlyAnswered, "no contacts answered", false)
        {
            Beside = [AnsweredLeftOut],
        },
        Wait("p50", "Median wait", "Half of the answered waited no longer than this.", 500),
        Wait("p90", "Wait of nine in ten", "Nine in ten of the answered waited no longer than this.", 900),
        Wait("max", "Longest wait", "The longest wait of an answered contact.", 1000),
        new("abandonment", "Abandonment", "Share of offered contacts whose customer left before an answer.", 1, KpiUnit.Percent,
            new Ratio(Terms.Sum(Terms.Abandoned), Offered, 100) { Among = Terms.Inbound },
            "Outbound contacts, contacts still waiting, and rows that are no contacts.", "no contacts", false)
        {
            Beside = [Waiting, ToldBoth],
        },
        new("abandonment-ex-short", "Abandonment without short abandons", "The same, leaving out who left at once, on both sides of the fraction.", 1,
            KpiUnit.Percent,
            new Ratio(Terms.Sum(Terms.AbandonedTimed).Less(Terms.AbandonedShort), OfferedTimed.Less(Terms.AbandonedShort), 100)
            { Among = "inbound contacts, of the abandoned those whose wait is known" },
            "Outbound contacts; the abandoned whose wait is not known; short abandons, in numerator and denominator alike; contacts still waiting.",
            "no contacts", false)
        {
            Beside = [new("short abandons left out", Terms.Sum(Terms.AbandonedShort)), Waiting, AbandonedLeftOut],
        },
        new("patience", "Mean patience of the abandoned", "Mean wait of those who left before an answer.", 1, KpiUnit.Seconds,
            new Ratio(Terms.Sum(new TimeTerm(ContactMeasures.WaitAbandoned, "waits of the abandoned")), Terms.Sum(Terms.AbandonedTimed), 0.001)
            { Among = Terms.WaitKnown },
            "The answered; contacts whose wait is not known.", "nobody abandoned", null)
        {
            Beside = [AbandonedLeftOut],
        },
    ];

    private static Kpi Wait(string name, string title, string words, int perMille) =>
        new($"wait-{name}", title, words, 1, KpiUnit.Seconds, new Percentile(ContactMeasures.WaitsAnswered, perMille, "waits of answered contacts")
        { Among = Terms.WaitKnown }, OnlyAnswered, "no contacts answered", false)
        {
            Beside = [AnsweredLeftOut],
        };
}
