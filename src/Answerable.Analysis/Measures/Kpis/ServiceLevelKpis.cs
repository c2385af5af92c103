namespace Answerable.Analysis.Measures;

/// <summary>
/// The six usual definitions of service level. They differ only in what becomes of the abandoned, and by several per cent;
/// so each has a name of its own and none is "the" service level. Sources: ICMI Queue Tips 2002; Call Centre Helper 206890.
/// </summary>
internal static class ServiceLevelKpis
{
    private const string Left = "Outbound contacts, contacts still waiting, contacts whose wait is not known, and rows that are no contacts.";
    private static readonly SignedTerm[] Offered = Terms.Sum(Terms.AnsweredTimed, Terms.AbandonedTimed);

    public static readonly Kpi[] All =
    [
        Of(1, "abandoned in time count as met", "Share of offered contacts answered or abandoned within the threshold.",
            Terms.Sum(Terms.InTime, Terms.AbandonedInTime), Offered, Left),
        Of(2, "of answered", "Share of answered contacts answered within the threshold; the abandoned are not seen at all.",
            Terms.Sum(Terms.InTime), Terms.Sum(Terms.AnsweredTimed), "The abandoned. " + Left),
        Of(3, "of offered", "Share of offered contacts answered within the threshold; every abandon is a miss.",
            Terms.Sum(Terms.InTime), Offered, Left),
        Of(4, "abandoned in time left out", "Share answered within the threshold, leaving out who left before it had passed.",
            Terms.Sum(Terms.InTime), Terms.Sum(Terms.AnsweredTimed, Terms.AbandonedLate), "Who left within the threshold. " + Left),
        Of(5, "short abandons count as met", "Share of offered contacts answered within the threshold or abandoned at once.",
            Terms.Sum(Terms.InTime, Terms.AbandonedShort), Offered, Left),
        Of(6, "short abandons left out", "Share of offered contacts answered within the threshold, leaving out who left at once.",
            Terms.Sum(Terms.InTime), Offered.Less(Terms.AbandonedShort), "Short abandons. " + Left),
    ];

    private static Kpi Of(int number, string variant, string words, SignedTerm[] numerator, SignedTerm[] denominator, string exclusions) =>
        new($"service-level-f{number}", $"Service level F{number}: {variant}", words, 1, KpiUnit.Percent,
            new Ratio(numerator, denominator, 100) { Among = Terms.WaitKnown }, exclusions, "no contacts", true)
        {
            Beside = [new("still waiting", Terms.Sum(Terms.Waiting)), Terms.LeftOut],
        };
}
