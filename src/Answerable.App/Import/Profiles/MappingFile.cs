using System.Text.Encodings.Web;
using System.Text.Json;
using Answerable.Model;
using Answerable.Model.Centre;

namespace Answerable.App.Import.Profiles;

/// <summary>A mapping as a file of its own, which pages save and the command line reads.</summary>
public static class MappingFile
{
    private static readonly JsonSerializerOptions Shown = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, Func<GenericMapping, JsonElement, GenericMapping?>> Keys = new()
    {
        ["columns"] = (mapping, value) => Words(value) is { } words ? mapping with { Columns = words } : null,
        ["system"] = (mapping, value) => Text(value) is { } text ? mapping with { System = text } : null,
        ["encoding"] = (mapping, value) => Text(value) is { } text ? mapping with { Encoding = text } : null,
        ["delimiter"] = (mapping, value) => Text(value) is { } text && Parting(text) is { } sign ? mapping with { Delimiter = sign } : null,
        ["heading"] = (mapping, value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var line) && line >= 0
            ? mapping with { Heading = line } : null,
        ["zone"] = (mapping, value) => Text(value) is { } text ? mapping with { Zone = text } : null,
        ["dates"] = (mapping, value) => Text(value) is { } text ? mapping with { Dates = text } : null,
        ["decimals"] = (mapping, value) => Text(value) is { } text ? mapping with { Decimals = text } : null,
        ["units"] = (mapping, value) => Words(value) is { } words ? mapping with { Units = words } : null,
        ["outcomes"] = (mapping, value) => Saying(Wording.Outcome, mapping, value),
        ["channels"] = (mapping, value) => Saying(Wording.Channel, mapping, value),
        ["directions"] = (mapping, value) => Saying(Wording.Direction, mapping, value),
        ["channel"] = (mapping, value) => Text(value) is { } text ? mapping with { Channel = text } : null,
    };

    private static readonly Dictionary<string, string> Needs = new()
    {
        ["columns"] = "the name of a column for each property, as {\"id\": \"Call ID\", \"arrived\": \"Start\"}",
        ["system"] = "the name of the system whose numbers its contacts bear",
        ["encoding"] = "a name such as \"utf-8\" or \"windows-1252\"",
        ["delimiter"] = "one character, or \"tab\"",
        ["heading"] = "the number of the heading's line, or 0 where there is none",
        ["zone"] = "the name of a time zone such as \"" + CentreSettings.Usual.Zone + "\"",
        ["dates"] = "one of " + string.Join(", ", GenericMapping.DateOrders),
        ["decimals"] = "\"point\" or \"comma\"",
        ["units"] = "the unit of each duration, as {\"wait\": \"seconds\"}",
        ["outcomes"] = ForEach(Wording.Outcome),
        ["channels"] = ForEach(Wording.Channel),
        ["directions"] = ForEach(Wording.Direction),
        ["channel"] = "one of " + string.Join(", ", Wording.ChannelNames),
    };

    public static string Write(GenericMapping mapping)
    {
        var written = new Dictionary<string, object?>
        {
            ["columns"] = mapping.Columns,
            ["system"] = Said(mapping.System),
            ["encoding"] = mapping.Encoding,
            ["delimiter"] = mapping.Delimiter switch { null => null, '\t' => "tab", var sign => sign.ToString() },
            // Another day's file may have more lines of title: its columns are found by their names.
            ["heading"] = mapping.Heading == 0 ? 0 : null,
            ["zone"] = Said(mapping.Zone),
            ["dates"] = Said(mapping.Dates),
            ["decimals"] = Said(mapping.Decimals),
            ["units"] = Said(mapping.Units),
            ["outcomes"] = mapping.Said(Wording.Outcome),
            ["channels"] = Said(mapping.Channels),
            ["directions"] = Said(mapping.Directions),
            ["channel"] = mapping.Channel == new GenericMapping().Channel ? null : mapping.Channel,
        };
        return JsonSerializer.Serialize(written.Where(pair => pair.Value is not null).ToDictionary(), Shown) + "\n";
    }

    /// <summary>Refuses what is no mapping, by the key and the reason.</summary>
    public static Outcome<GenericMapping> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement)
                : new Refusal("mapping.json", "The mapping is no JSON object: write {\"columns\": {\"id\": \"Call ID\", ...}}.");
        }
        catch (JsonException broken)
        {
            return new Refusal("mapping.json", $"The mapping is not JSON: line {(broken.LineNumber ?? 0) + 1} cannot be read.");
        }
    }

    private static Outcome<GenericMapping> Read(JsonElement root)
    {
        var (mapping, refusals, seen) = (new GenericMapping(), new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var key in root.EnumerateObject())
            if (!seen.Add(key.Name))
                refusals.Add(new("mapping.twice", $"'{key.Name}' stands twice: write each key once.", key.Name));
            else if (!Keys.TryGetValue(key.Name, out var put))
                refusals.Add(new("mapping.key", $"'{key.Name}' is no key of a mapping; these are: {string.Join(", ", Keys.Keys)}.", key.Name));
            else if (put(mapping, key.Value) is { } with)
                mapping = with;
            else
                refusals.Add(new("mapping.value", $"'{key.Name}' cannot be read: it needs {Needs[key.Name]}.", key.Name));
        if (refusals.Count > 0)
            return refusals;
        return GenericCsv.From(mapping) is { Allowed: false } amiss
            ? amiss.Refusals.Select(refusal => refusal with { Text = $"{refusal.Field}: {refusal.Text}" }).ToList() : mapping;
    }

    private static GenericMapping? Saying(Wording wording, GenericMapping mapping, JsonElement value) =>
        Words(value) is { } words && words.Values.All(wording.Meanings.Contains) ? mapping.Saying(wording, words) : null;

    private static string ForEach(Wording wording) => "for each word one of " + string.Join(", ", wording.Meanings);

    private static IReadOnlyDictionary<string, string>? Said(IReadOnlyDictionary<string, string> words) => words.Count == 0 ? null : words;
    private static string? Said(string text) => text.Length == 0 ? null : text;
    private static char? Parting(string text) => text == "tab" ? '\t' : text.Length == 1 ? text[0] : null;
    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Dictionary<string, string>? Words(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String)
            ? value.EnumerateObject().GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.Last().Value.GetString()!) : null;
}
