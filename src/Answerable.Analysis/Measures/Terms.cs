namespace Answerable.Analysis.Measures;

/// <summary>The terms formulas are written with, in the words they are shown in.</summary>
internal static class Terms
{
    public static readonly Term Answered = new CountTerm(ContactCount.Answered, "answered");
    public static readonly Term Abandoned = new CountTerm(ContactCount.Abandoned, "abandoned");
    public static readonly Term Waiting = new CountTerm(ContactCount.Waiting, "still waiting");
    public static readonly Term Handled = new CountTerm(ContactCount.Handled, "handled contacts");
    public static readonly Term InTime = new WithinTerm(Histogram.WaitAnswered, ByShort: false, Beyond: false, "answered");
    public static readonly Term AbandonedInTime = new WithinTerm(Histogram.WaitAbandoned, ByShort: false, Beyond: false, "abandoned");
    public static readonly Term AbandonedLate = new WithinTerm(Histogram.WaitAbandoned, ByShort: false, Beyond: true, "abandoned");
    public static readonly Term AbandonedShort = new WithinTerm(Histogram.WaitAbandoned, ByShort: true, Beyond: false, "abandoned");

    public static SignedTerm[] Sum(params Term[] terms) => [.. terms.Select(term => new SignedTerm(term, 1))];
    public static SignedTerm[] Less(this SignedTerm[] terms, Term term) => [.. terms, new SignedTerm(term, -1)];
}
