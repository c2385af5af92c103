using System.Text.Json;

namespace Answerable.App.Import.Formats;

/// <summary>Objects of JSON: one a line, one after another, or in an array. A column is a path such as <c>Queue.Name</c>.</summary>
internal sealed record JsonRecords : RowFormat
{
    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        var first = Read(beginning).FirstOrDefault();
        if (first is null)
            return "The file is not JSON as this profile needs it: no record begins in it.";
        if (first.Fault is not null)
            return $"The file is not JSON as this profile needs it: {first.Fault}";
        var missing = needed.Where(path => first[path] is null).ToList();
        return missing.Count == 0 ? null : $"The file is not of this profile: its first record has no {Listed(missing)}.";
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        foreach (var (line, text, fault) in JsonSplitter.Split(file))
            yield return fault is null ? Parsed(line, text) : new FaultyRow(line, text, fault);
    }

    private static Row Parsed(long line, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new JsonRow(line, text, document.RootElement.Clone());
        }
        catch (JsonException broken)
        {
            return new FaultyRow(line, text, $"The record is not JSON: {broken.Message.Split(" Path:")[0]}");
        }
    }

    private sealed class JsonRow(long line, string text, JsonElement record) : Row(line, text)
    {
        public override string? this[string column]
        {
            get
            {
                var at = record;
                foreach (var name in column.Split('.'))
                    if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                        return null;
                return at.ValueKind switch
                {
                    JsonValueKind.String => at.GetString() is { } words && words.Trim() is { Length: > 0 } value ? value : null,
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => at.GetRawText(),
                    _ => null,
                };
            }
        }
    }
}
