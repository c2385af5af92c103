using Answerable.App.Import.Profiles;

namespace Answerable.Web.Import;

/// <summary>The user's choice of columns as the page's form carries it.</summary>
internal sealed class ColumnsForm
{
    public static readonly IReadOnlyList<(string Value, string Words)> Delimiters =
        [("comma", "Commas"), ("semicolon", "Semicolons"), ("tab", "Tabs"), ("bar", "Bars |")];

    public static readonly IReadOnlyList<(string Value, string Words)> DateOrders =
    [
        ("iso", "2026-10-09 18:30:00"), ("day-first", "09/10/2026 18:30"), ("month-first", "10/09/2026 18:30"), ("epoch", "Seconds since 1970"),
    ];

    public Dictionary<string, string?> Columns { get; set; } = [];
    public string? Delimiter { get; set; }
    public string Zone { get; set; } = "";
    public string Dates { get; set; } = "";
    public string? Handled { get; set; }
    public string? Abandoned { get; set; }
    public string? Excluded { get; set; }

    public static ColumnsForm Of(GenericMapping mapping) => new()
    {
        Columns = mapping.Columns.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        Zone = mapping.Zone,
        Dates = mapping.Dates,
        Handled = string.Join(", ", mapping.Handled),
        Abandoned = string.Join(", ", mapping.Abandoned),
        Excluded = string.Join(", ", mapping.Excluded),
    };

    public GenericMapping Mapping() => new()
    {
        Delimiter = CharacterOf(Delimiter) ?? ',',
        Zone = Zone.Trim(),
        Dates = Dates,
        Columns = Columns.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!),
        Handled = Words(Handled),
        Abandoned = Words(Abandoned),
        Excluded = Words(Excluded),
    };

    public static char? CharacterOf(string? name) => name switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', "bar" => '|', _ => null };

    public static string NameOf(char delimiter) => delimiter switch { ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => "comma" };

    private static string[] Words(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
