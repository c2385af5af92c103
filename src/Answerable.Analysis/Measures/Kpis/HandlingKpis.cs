namespace Answerable.Analysis.Measures;

internal static class HandlingKpis
{
    private const string All3 = "talk, hold or after-contact work is";
    private static readonly Beside NeverWrapped = new(
        "closed at their end, because nobody told the end of the after-contact work in the centre's time for it",
        Terms.Sum(new CountTerm(ContactMeasures.NeverWrapped, "never wrapped")));
    private static readonly Term Talk = new TimeTerm(ContactMeasures.Talk, "talk");
    private static readonly Term Hold = new TimeTerm(ContactMeasures.Hold, "hold");
    private static readonly Term Wrap = new TimeTerm(ContactMeasures.Wrap, "after-contact work");

    /// <summary>The same of those of which all is known.</summary>
    private static readonly Term[] Whole =
    [
        new TimeTerm(ContactMeasures.Talk, "talk", ContactMeasures.TalkInPart),
        new TimeTerm(ContactMeasures.Hold, "hold", ContactMeasures.HoldInPart),
        new TimeTerm(ContactMeasures.Wrap, "after-contact work", ContactMeasures.WrapInPart),
    ];

    /// <summary>So that one sees how much of it is work behind the contact.</summary>
    private static readonly Beside OfWrap = new("minutes of after-contact work in it", Terms.Sum(Whole[^1])) { Per = 60_000 };

    public static readonly Kpi[] All =
    [
        Mean("handling-time", "Average handling time", "Mean of talk, hold and after-contact work together.", ContactMeasures.HandledUnknown, All3,
            Whole),
        Mean("talk-time", "Average talk time", "Mean conversation, hold left out.", ContactMeasures.TalkUnknown, "talk is", Talk),
        Mean("hold-time", "Average hold time", "Mean time on hold, contacts without hold included.", ContactMeasures.HoldUnknown, "hold is", Hold),
        Mean("wrap-time", "Average after-contact work", "Mean work after the conversation.", ContactMeasures.WrapUnknown, "after-contact work is",
            Wrap),
        Spread("p50", "Median handling time", "Half of the handled contacts took no longer than this.", 500),
        Spread("p90", "Handling time of nine in ten", "Nine in ten of the handled contacts took no longer than this.", 900),
    ];

    private static Kpi Mean(string name, string title, string words, Measure unknown, string what, params Term[] times) =>
        new(name, title, words, 1, KpiUnit.Seconds,
            new Ratio(Terms.Sum(times), Terms.Sum(new CountTerm(ContactMeasures.Handled, "handled contacts", unknown)), 0.001)
            {
                Among = $"contacts whose {(times.Length > 1 ? "talk, hold and after-contact work are" : what)} known",
            }, Left(what), "no contacts handled", null)
        {
            Beside = times.Length > 1 ? [OfWrap, LeftOut(what, unknown), NeverWrapped] : [LeftOut(what, unknown), NeverWrapped],
        };

    private static Kpi Spread(string name, string title, string words, int perMille) =>
        new($"handling-{name}", title, words, 1, KpiUnit.Seconds, new Percentile(ContactMeasures.Handling, perMille, "handling times"), Left(All3),
            "no contacts handled", null)
        {
            Beside = [OfWrap, LeftOut(All3, ContactMeasures.HandledUnknown), NeverWrapped],
        };

    private static string Left(string what) =>
        $"Contacts still in progress: none of their time counts until they are closed. Contacts whose {what} not known.";

    private static Beside LeftOut(string what, Measure unknown) =>
        new($"handled, whose {what} not known, left out", Terms.Sum(new CountTerm(unknown, "not known")));
}
