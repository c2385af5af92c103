namespace Answerable.Analysis.Measures;

/// <summary>What is measured of contacts. A contact counts in the quarter-hour of its arrival.</summary>
public static class ContactMeasures
{
    public static readonly Measure Answered = Count(1, "answered",
        "Answered, whether or not still in progress. Not of outbound contacts, as all that follows but handling.");
    public static readonly Measure Abandoned = Count(2, "abandoned", "Left before an answer.");
    public static readonly Measure Waiting = Count(3, "waiting", "Still waiting when last added up: neither answered nor abandoned yet.");
    public static readonly Measure Excluded = Count(4, "excluded", "Not contacts at all (phantoms, test calls): counted here and nowhere else.");
    public static readonly Measure Handled = Count(5, "handled", "Answered and closed.");
    public static readonly Measure Resolved = Count(6, "resolved", "Answered, and the agent recorded it as resolved.");
    public static readonly Measure Unresolved = Count(7, "unresolved", "Answered, and the agent recorded it as not resolved.");
    public static readonly Measure CustomerKnown = Count(8, "customer-known", "Answered, with the customer known.");
    public static readonly Measure IssueKnown = Count(9, "issue-known", "Answered, with the customer and the reason (contact type) known.");

    public static readonly Measure AnsweredUntimed = Count(31, "answered-untimed", "Answered, after a wait that is not known.");
    public static readonly Measure AbandonedUntimed = Count(32, "abandoned-untimed", "Left before an answer, after a wait that is not known.");
    public static readonly Measure ToldBoth = Count(33, "told-both", "Answered, and told as abandoned besides.");

    public static readonly Measure NeverWrapped =
        Count(34, "never-wrapped", "Handled, and closed because nobody told the end of the after-contact work.");

    public static readonly Measure Outbound = Count(35, "outbound", "Begun by the centre: counted here, and with what took to handle them, not among "
        + "those who came.");

    public static readonly Measure TalkUnknown = Count(36, "talk-unknown", "Handled, and how long the conversation took is not known.");
    public static readonly Measure HoldUnknown = Count(37, "hold-unknown", "Handled, and how long the customer was on hold is not known.");
    public static readonly Measure WrapUnknown = Count(38, "wrap-unknown", "Handled, and how long the after-contact work took is not known.");
    public static readonly Measure HandledUnknown = Count(39, "handled-unknown", "Handled, and not all that makes up the handling time is known.");
    public static readonly Measure WaitAnswered = Time(11, "wait-answered", "Waits of the answered.");
    public static readonly Measure WaitAbandoned = Time(12, "wait-abandoned", "Waits of those who left.");
    public static readonly Measure Talk = Time(13, "talk", "Conversation without hold, of handled contacts.");
    public static readonly Measure Hold = Time(14, "hold", "Hold, of handled contacts.");
    public static readonly Measure Wrap = Time(15, "wrap", "After-contact work, of handled contacts.");

    public static readonly Measure TalkInPart = Time(16, "talk-in-part", "Conversation, of handled contacts of which not all else is known.");
    public static readonly Measure HoldInPart = Time(17, "hold-in-part", "Hold, of handled contacts of which not all else is known.");
    public static readonly Measure WrapInPart = Time(18, "wrap-in-part", "After-contact work, of handled contacts of which not all else is known.");
    public static readonly Measure WaitsAnswered = Spread(21, "waits-answered", "seconds rounded up", "Waits of the answered.");
    public static readonly Measure WaitsAbandoned = Spread(22, "waits-abandoned", "seconds rounded up", "Waits of those who left.");
    public static readonly Measure Handling =
        Spread(23, "handling", "seconds rounded up", "Handling times (talk, hold and wrap) of handled contacts.");
    public static readonly Measure RepeatsByReason =
        Spread(24, "repeats-by-reason", "repeat code", "Gaps before and after each answered contact of the same customer about the same reason.");
    public static readonly Measure RepeatsByCustomer = Spread(25, "repeats-by-customer", "repeat code", "The same, whatever the reason.");

    public static readonly Family Family = new(1, "contacts",
        [
            Dimension.Kind, Dimension.Channel, Dimension.Source, Dimension.Queue, Dimension.Type, Dimension.Team, Dimension.Version, Dimension.Agent,
            Dimension.Direction,
        ],
        [
            Answered, Abandoned, Waiting, Excluded, Handled, Resolved, Unresolved, CustomerKnown, IssueKnown,
            WaitAnswered, WaitAbandoned, Talk, Hold, Wrap,
            WaitsAnswered, WaitsAbandoned, Handling, RepeatsByReason, RepeatsByCustomer,
            AnsweredUntimed, AbandonedUntimed, ToldBoth, NeverWrapped, Outbound,
            TalkUnknown, HoldUnknown, WrapUnknown, HandledUnknown, TalkInPart, HoldInPart, WrapInPart,
        ]);

    private static Measure Count(ushort id, string name, string words) => new(id, $"contacts.{name}", MeasureKind.Count, "contacts", words);
    private static Measure Time(ushort id, string name, string words) => new(id, $"contacts.{name}-ms", MeasureKind.Sum, "milliseconds", words);
    private static Measure Spread(ushort id, string name, string unit, string words) =>
        new(id, $"contacts.{name}", MeasureKind.Histogram, unit, words);
}
