namespace Answerable.Analysis.Measures;

/// <summary>
/// The occupancy family, of signed-in time as presence shows it. The same word stands for different fractions in different books,
/// so each fraction has its own name and shows its formula. Sources: Call Centre Helper 132518, 220060; ICMI 2012.
/// </summary>
internal static class AgentTimeKpis
{
    private const string SignedOut = "Time signed out; a state left standing for more than 16 hours, which is taken as forgotten.";
    private static readonly Term Handling = new TimeTerm(AgentMeasures.Handling, "time with customers");
    private static readonly Term Ready = new TimeTerm(AgentMeasures.Ready, "time ready");
    private static readonly Term Break = new TimeTerm(AgentMeasures.Break, "breaks");
    private static readonly Term Training = new TimeTerm(AgentMeasures.Training, "training");
    private static readonly Term Other = new TimeTerm(AgentMeasures.Other, "other work");
    private static readonly SignedTerm[] Paid = Terms.Sum(Handling, Ready, Break, Training, Other);

    public static readonly Kpi[] All =
    [
        Of("occupancy", "Occupancy", "Share of the time agents were with customers or ready for them in which they were with customers.",
            Terms.Sum(Handling), Terms.Sum(Handling, Ready)),
        Of("utilisation", "Utilisation", "Share of all signed-in time spent with customers.", Terms.Sum(Handling), Paid),
        Of("utilisation-with-training", "Utilisation, training included", "Share of all signed-in time spent with customers or in training.",
            Terms.Sum(Handling, Training), Paid),
        Of("utilisation-icmi-2012", "Utilisation as ICMI wrote it in 2012", "Share of all signed-in time spent with customers or ready for them.",
            Terms.Sum(Handling, Ready), Paid),
        Of("shrinkage", "Shrinkage of signed-in time", "Share of all signed-in time in which agents were not there for customers.",
            Terms.Sum(Break, Training, Other), Paid),
    ];

    private static Kpi Of(string name, string title, string words, SignedTerm[] numerator, SignedTerm[] denominator) =>
        new(name, title, words, 1, KpiUnit.Percent, new Ratio(numerator, denominator, 100), SignedOut, "no agents' time known", null)
        {
            Family = AgentMeasures.Family,
        };
}
