using Answerable.App.Import;
using Answerable.App.Import.Profiles;

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

    public static readonly IReadOnlyList<(string Value, string Words)> Meanings =
        [("handled", "Handled"), ("abandoned", "Abandoned"), ("excluded", "No contact at all"), ("rejected", "Reject these rows")];

    public Dictionary<string, string?> Columns { get; set => field = value ?? []; } = [];
    public string? Delimiter { get; set; }
    public string? Encoding { get; set; }
    public int? Heading { get; set; }
    public string Zone { get; set => field = value ?? ""; } = "";
    public string Dates { get; set => field = value ?? ""; } = "";
    public string Decimals { get; set => field = value ?? ""; } = "";

    /// <summary>The binder puts nothing where the form holds none.</summary>
    public Dictionary<string, string?> Unit { get; set => field = value ?? []; } = [];

    /// <summary>The words of the outcome column, as the page lists them, and what each means.</summary>
    public List<string?> Words { get; set => field = value ?? []; } = [];
    public List<string?> Means { get; set => field = value ?? []; } = [];

    public static ColumnsForm Of(GenericMapping mapping) => new()
    {
        Columns = mapping.Columns.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        Zone = mapping.Zone,
        Dates = mapping.Dates,
        Decimals = mapping.Decimals,
        Unit = mapping.Units.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
    };

    public GenericMapping Mapping(ImportPreview.Table? table)
    {
        var columns = Columns.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);
        return new()
        {
            Encoding = Encoding,
            Delimiter = CharacterOf(Delimiter),
            Heading = Heading,
            Zone = Zone.Trim(),
            Dates = Dates,
            Decimals = Decimals,
            Columns = columns,
            Units = Unit.Where(pair => !string.IsNullOrEmpty(pair.Value) && columns.ContainsKey(pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value!),
            Handled = Meaning("handled", table?.Mapping.Handled),
            Abandoned = Meaning("abandoned", table?.Mapping.Abandoned),
            Excluded = Meaning("excluded", table?.Mapping.Excluded),
            Rejected = Meaning("rejected", table?.Mapping.Rejected),
        };
    }

    public static char? CharacterOf(string? name) => name switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', "bar" => '|', _ => null };

    public static string NameOf(char delimiter) => delimiter switch { ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => "comma" };

    public string? MeaningOf(string word) => Words.IndexOf(word) is >= 0 and var at && at < Means.Count ? Means[at] : null;

    /// <summary>Words chosen here go before; those kept from another day's file stay, unless they were chosen otherwise.</summary>
    private string[] Meaning(string meaning, IReadOnlyList<string>? before) =>
        [.. Words.Zip(Means).Where(pair => pair.Second == meaning && pair.First is not null).Select(pair => pair.First!)
            .Concat((before ?? []).Where(word => !Words.Contains(word)))];
}
