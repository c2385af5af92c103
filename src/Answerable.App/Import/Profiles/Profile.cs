using Answerable.App.Import.Formats;
using Answerable.Model.Centre;
using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>
/// What one system's records mean, as a declaration: the format, which columns make which property of a contact, the zone of its
/// clocks, its words for how a contact ended, and its known traps. Reading by it is <see cref="RowReading"/>.
/// </summary>
internal sealed record Profile(string Name, string Title, string About, RowFormat Format)
{
    /// <summary>Columns without which the file is of another kind.</summary>
    public required IReadOnlyList<string> Needed { get; init; }

    /// <summary>Columns that together name a contact for good.</summary>
    public required IReadOnlyList<string> Identity { get; init; }

    /// <summary>IANA name; empty where the clocks are the centre's own.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>How the file's characters are written; none where its bytes say so.</summary>
    public string? Encoding { get; init; }

    /// <summary>A name that a spreadsheet has rounded names no contact.</summary>
    public bool NeverRounded { get; init; }

    public required Moment Arrived { get; init; }

    /// <summary>When the record was last written, where the system sends a contact again: the latest wins.</summary>
    public Moment? Revision { get; init; }

    /// <summary>Between arriving and joining the queue, in a menu or a voice response unit.</summary>
    public Lasting BeforeQueue { get; init; } = new NoTime();
    public Lasting Wait { get; init; } = new NoTime();
    public Lasting Talk { get; init; } = new NoTime();
    public Lasting Hold { get; init; } = new NeverKept();
    public Lasting Wrap { get; init; } = new NeverKept();
    public Text Queue { get; init; } = new Always("");
    public Text Type { get; init; } = new NoText();
    public Text Customer { get; init; } = new NoText();
    public Text Agent { get; init; } = new NoText();

    /// <summary>Customers' numbers that a spreadsheet has rounded are taken as they stand, though strangers may look alike.</summary>
    public bool TakesRounded { get; init; }

    /// <summary>How the contact came; the first whose condition holds.</summary>
    public IReadOnlyList<(Condition When, Channel Channel)> Channels { get; init; } = [(new Ever(), Channel.Phone)];

    /// <summary>How the contact ended; the first whose condition holds; none is a row that cannot be taken.</summary>
    public required IReadOnlyList<(Condition When, ContactState State)> Outcomes { get; init; }

    /// <summary>The columns the outcome is read from, to say what stands there when no outcome fits.</summary>
    public IReadOnlyList<string> OutcomeColumns { get; init; } = [];

    /// <summary>Who began it; the first whose condition holds, or else the customer.</summary>
    public IReadOnlyList<(Condition When, Direction Direction)> Directions { get; init; } = [];

    /// <summary>Rows that cannot be taken for what stands in a column, with why, behind what stands there.</summary>
    public IReadOnlyList<Reject> Rejects { get; init; } = [];

    /// <summary>Where a row records a leg of a contact's way: the columns that name the contact, the first that is there. The row's own identity
    /// then names the leg.</summary>
    public IReadOnlyList<string> Journey { get; init; } = [];

    /// <summary>Rows that are legs of no other contact, whatever they name.</summary>
    public Condition? Alone { get; init; }

    /// <summary>Of rows that record a part of a contact, whose other part another file holds; and of these, those with its beginning.</summary>
    public (Condition Holds, Condition Begins)? Parts { get; init; }

    /// <summary>Of the identity, the column in seconds that the two parts of a contact may give one second apart: each works it out from what it has,
    /// and each is rounded.</summary>
    public string? Rounded { get; init; }

    public IReadOnlyList<Trap> Traps { get; init; } = [];
    public OverlapTrap? Overlap { get; init; }

    /// <summary>Under this name the journal knows where its facts came from.</summary>
    public string Source => System.Length == 0 ? $"import:{Name}" : $"import:{Name}:{System}";

    /// <summary>Whose numbers the contacts bear, where that was said: the same number of another system is another contact.</summary>
    public string System { get; init; } = "";
    public const int LongestSystem = 60;

    /// <summary>By what that is said: a page asks it where it asks for columns.</summary>
    public static string ByWhich(string profile) => profile == GenericCsv.Name ? "System on the page, or --system" : "--system of import calls";

    public static string SystemOf(GenericMapping? mapping) =>
        string.Join(' ', (mapping?.System ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>With the clock it is read by here.</summary>
    public Profile In(CentreSettings centre) => Zone.Length > 0 ? this : this with { Zone = centre.Zone };
}
