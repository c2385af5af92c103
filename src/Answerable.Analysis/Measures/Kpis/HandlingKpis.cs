namespace Answerable.Analysis.Measures;

internal static class HandlingKpis
{
    private const string Unfinished = "Contacts still in progress: none of their time counts until they are closed.";
    private static readonly Beside NeverWrapped = new(
        "closed at their end, because nobody told the end of the after-contact work in the centre's time for it",
        Terms.Sum(new CountTerm(ContactMeasures.NeverWrapped, "never wrapped")));
    private static readonly Term Talk = new TimeTerm(ContactMeasures.Talk, "talk");
    private static readonly Term Hold = new TimeTerm(ContactMeasures.Hold, "hold");
    private static readonly Term Wrap = new TimeTerm(ContactMeasures.Wrap, "after-contact work");

    public static readonly Kpi[] All =
    [
        Mean("handling-time", "Average handling time", "Mean of talk, hold and after-contact work together.", Talk, Hold, Wrap),
        Mean("talk-time", "Average talk time", "Mean conversation, hold left out.", Talk),
        Mean("hold-time", "Average hold time", "Mean time on hold, contacts without hold included.", Hold),
        Mean("wrap-time", "Average after-contact work", "Mean work after the conversation.", Wrap),
        Spread("p50", "Median handling time", "Half of the handled contacts took no longer than this.", 500),
        Spread("p90", "Handling time of nine in ten", "Nine in ten of the handled contacts took no longer than this.", 900),
    ];

    private static Kpi Mean(string name, string title, string words, params Term[] times) =>
        new(name, title, words, 1, KpiUnit.Seconds, new Ratio(Terms.Sum(times), Terms.Sum(Terms.Handled), 0.001), Unfinished, "no contacts handled",
            null)
        {
            Beside = [NeverWrapped],
        };

    private static Kpi Spread(string name, string title, string words, int perMille) =>
        new($"handling-{name}", title, words, 1, KpiUnit.Seconds, new Percentile(ContactMeasures.Handling, perMille, "handling times"), Unfinished,
            "no contacts handled", null)
        {
            Beside = [NeverWrapped],
        };
}
