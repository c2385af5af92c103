using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>How the user says the columns of their own file are to be read.</summary>
public sealed record GenericMapping
{
    public static readonly IReadOnlyList<string> DateOrders = ["iso", "day-first", "month-first", "epoch"];

    public char Delimiter { get; init; } = ',';

    /// <summary>IANA name of the zone of the file's clocks, such as a centre's own; empty for the zone of this centre.</summary>
    public string Zone { get; init; } = "";

    /// <summary><c>iso</c> 2026-10-09 18:30:00, <c>day-first</c> 09/10/2026 18:30, <c>month-first</c> 10/09/2026 18:30, <c>epoch</c> seconds since
    /// 1970.</summary>
    public string Dates { get; init; } = "iso";

    /// <summary>Columns by what they hold: see <see cref="Fields"/>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of the outcome column by which a contact was handled, abandoned, or none at all.</summary>
    public IReadOnlyList<string> Handled { get; init; } = ["handled", "answered", "completed", "served"];
    public IReadOnlyList<string> Abandoned { get; init; } = ["abandoned", "hung up", "missed", "lost", "no answer"];
    public IReadOnlyList<string> Excluded { get; init; } = ["test", "phantom", "excluded"];

    public static readonly IReadOnlyList<GenericField> Fields =
    [
        new("id", "Contact number", "Names the contact for good; the same number again is the same contact.", Needed: true),
        new("arrived", "Arrived at", "Date and time the contact came in.", Needed: true),
        new("answered", "Answered at", "Date and time an agent answered; empty when none did."),
        new("ended", "Ended at", "Date and time the conversation ended."),
        new("wait", "Wait", "Seconds, m:ss or h:mm:ss in the queue; left out, it is answered less arrived."),
        new("talk", "Talk", "Seconds, m:ss or h:mm:ss of conversation; left out, it is ended less answered."),
        new("hold", "Hold", "Seconds, m:ss or h:mm:ss on hold."),
        new("wrap", "After-contact work", "Seconds, m:ss or h:mm:ss."),
        new("outcome", "Outcome", "How it ended, in words; left out, a contact answered was handled and any other abandoned."),
        new("queue", "Queue", "The queue it waited in."),
        new("type", "Contact type", "What it was about."),
        new("channel", "Channel", "Phone, email, chat, web, letter, social or visit; left out, phone."),
        new("customer", "Customer", "The customer's number or address; kept only under the customer's own key."),
        new("agent", "Agent", "Who answered."),
    ];
}

/// <summary>One property of a contact that a column may hold.</summary>
public sealed record GenericField(string Name, string Title, string About, bool Needed = false);
