using Answerable.App.Import.Profiles;
using Answerable.Model;

namespace Answerable.Web.Import;

/// <summary>The user's choice of columns as the page's form carries it.</summary>
internal sealed class ColumnsForm
{
    public static readonly IReadOnlyList<(string Value, string Words)> Delimiters =
        [("comma", "Commas"), ("semicolon", "Semicolons"), ("tab", "Tabs"), ("bar", "Bars |")];

    public static readonly IReadOnlyList<(string Value, string Words)> DateOrders =
    [
        ("", "As the values can be read"), ("iso", "2026-10-09 18:30:00"), ("day-first", "Day first: 09/10/2026 18:30"),
        ("month-first", "Month first: 10/09/2026 6:30 PM"), ("epoch", "Seconds since 1970"), ("epoch-ms", "Milliseconds since 1970"),
        ("serial", "A spreadsheet's days: 46304.77083"),
    ];

    public static readonly IReadOnlyList<(string Value, string Words)> DecimalMarks = [("point", "12.5"), ("comma", "12,5")];

    public static readonly IReadOnlyList<(string Value, string Words)> Units =
    [
        ("seconds", "Seconds, m:ss, h:mm:ss"), ("milliseconds", "Milliseconds"), ("minutes", "Minutes"), ("hours", "Hours"),
        ("days", "Parts of a day"), ("h:mm", "h:mm"),
    ];

    private static readonly Dictionary<string, string> Named = new()
    {
        [Wording.Excluded] = "No contact at all",
        [Wording.Rejected] = "Reject these rows",
        [Wording.Inbound] = "Inbound: the customer began it",
        [Wording.Outbound] = "Outbound: the centre began it",
        [Wording.Callback] = "Callback: the customer was rung back",
        [Wording.Internal] = "Internal: colleagues among themselves",
    };

    public Dictionary<string, string?> Columns { get; set => field = value ?? []; } = [];
    public string? Delimiter { get; set; }
    public string? Encoding { get; set; }
    public int? Heading { get; set; }
    public string Zone { get; set => field = value ?? ""; } = "";
    public string System { get; set => field = value ?? ""; } = "";
    public string Dates { get; set => field = value ?? ""; } = "";
    public string Decimals { get; set => field = value ?? ""; } = "";

    /// <summary>The binder puts nothing where the form holds none.</summary>
    public Dictionary<string, string?> Unit { get; set => field = value ?? []; } = [];

    /// <summary>What the words of a column mean, by the field it is chosen for.</summary>
    public Dictionary<string, WordsForm> Said { get; set => field = value ?? []; } = [];

    /// <summary>How contacts came where no column says it.</summary>
    public string Channel { get; set => field = value ?? ""; } = "";

    /// <summary>Only the first rows are to be looked at again.</summary>
    public bool Look { get; set; }

    /// <summary>Only what somebody chose is chosen: what was proposed is proposed anew, from the columns as they are.</summary>
    public static ColumnsForm Of(GenericMapping mapping) => Chosen(mapping.Said());

    private static ColumnsForm Chosen(GenericMapping mapping) => new()
    {
        Columns = mapping.Columns.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        Zone = mapping.Zone,
        System = mapping.System,
        Channel = mapping.Channel,
        Dates = mapping.Dates,
        Decimals = mapping.Decimals,
        Unit = mapping.Units.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
    };

    public GenericMapping Mapping(GenericMapping? before)
    {
        var columns = Columns.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
        var mapping = new GenericMapping
        {
            Encoding = Encoding,
            Delimiter = CharacterOf(Delimiter),
            Heading = Heading,
            Zone = Zone.Trim(),
            System = System.Trim(),
            Dates = Dates,
            Decimals = Decimals,
            Columns = columns,
            Units = Unit.Where(pair => !string.IsNullOrEmpty(pair.Value) && columns.ContainsKey(pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value!),
        };
        mapping = Channel.Length > 0 ? mapping with { Channel = Channel } : mapping;
        return Wording.All.Aggregate(mapping, (with, wording) => with.Saying(wording, SaidOf(wording).Over(before?.Said(wording))));
    }

    /// <summary>What cannot be read of the words typed.</summary>
    public IReadOnlyList<Refusal> Amiss() => [.. Wording.All.SelectMany(wording => SaidOf(wording).Amiss(wording))];

    public WordsForm SaidOf(Wording wording) => Said.GetValueOrDefault(wording.Field) ?? new();

    public static string WordsOf(string meaning) => Named.GetValueOrDefault(meaning) ?? char.ToUpperInvariant(meaning[0]) + meaning[1..];

    public static char? CharacterOf(string? name) => name switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', "bar" => '|', _ => null };

    public static string NameOf(char delimiter) => delimiter switch { ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => "comma" };
}
