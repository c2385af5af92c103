namespace Answerable.App.Import.Formats;

/// <summary>A row whose values stand in the places of its columns.</summary>
internal sealed class DelimitedRow(long line, string text, Dictionary<string, int> places, string[] values) : Row(line, text)
{
    public override string? this[string column] =>
        places.TryGetValue(column, out var place) && Plain(values[place]) is { Length: > 0 } value ? value : null;

    /// <summary>What a spreadsheet is made to keep as text stands as <c>="4"</c>.</summary>
    private static string Plain(string value)
    {
        var text = value.Trim();
        return text.Length > 2 && text.StartsWith("=\"", StringComparison.Ordinal) && text.IndexOf('"', 2) == text.Length - 1
            ? text[2..^1] : text;
    }
}
