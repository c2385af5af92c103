namespace Answerable.Analysis.Measures;

/// <summary>The terms formulas are written with, in the words they are shown in.</summary>
internal static class Terms
{
    public static readonly Term Answered = new CountTerm(ContactMeasures.Answered, "answered");
    public static readonly Term Abandoned = new CountTerm(ContactMeasures.Abandoned, "abandoned");
    public static readonly Term Waiting = new CountTerm(ContactMeasures.Waiting, "still waiting");
    /// <summary>As <see cref="Answered"/> and <see cref="Abandoned"/>, where a wait must be known to say anything.</summary>
    public static readonly Term AnsweredTimed = new CountTerm(ContactMeasures.Answered, "answered", ContactMeasures.AnsweredUntimed);
    public static readonly Term AbandonedTimed = new CountTerm(ContactMeasures.Abandoned, "abandoned", ContactMeasures.AbandonedUntimed);
    public static readonly SignedTerm[] Untimed =
        Sum(new CountTerm(ContactMeasures.AnsweredUntimed, "answered"), new CountTerm(ContactMeasures.AbandonedUntimed, "abandoned"));
    public static readonly Term Handled = new CountTerm(ContactMeasures.Handled, "handled contacts");
    public static readonly Term InTime = new WithinTerm(ContactMeasures.WaitsAnswered, ByShort: false, Beyond: false, "answered");
    public static readonly Term AbandonedInTime = new WithinTerm(ContactMeasures.WaitsAbandoned, ByShort: false, Beyond: false, "abandoned");
    public static readonly Term AbandonedLate = new WithinTerm(ContactMeasures.WaitsAbandoned, ByShort: false, Beyond: true, "abandoned");
    public static readonly Term AbandonedShort = new WithinTerm(ContactMeasures.WaitsAbandoned, ByShort: true, Beyond: false, "abandoned");

    /// <summary>Of whom a formula of waits speaks.</summary>
    public const string WaitKnown = "inbound contacts whose wait is known";

    /// <summary>Of whom a formula of coming and leaving speaks: those who came, rung back or not.</summary>
    public const string Inbound = "inbound contacts";

    /// <summary>Those of whom it cannot speak.</summary>
    public static readonly Beside LeftOut = new("wait not known, left out", Untimed);

    public static SignedTerm[] Sum(params Term[] terms) => [.. terms.Select(term => new SignedTerm(term, 1))];
    public static SignedTerm[] Less(this SignedTerm[] terms, Term term) => [.. terms, new SignedTerm(term, -1)];
}
