namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Breaks text into lines that fit a width. The server has no fonts to measure with, so widths are estimates for a common sans-serif,
/// on the wide side: a line may end early, never run over.
/// </summary>
internal static class TextFit
{
    public static double Width(string text, double size) => text.Sum(character => Ems(character)) * size;

    /// <summary>At most so many lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most)
    {
        var lines = Broken(text, width, size).Take(most + 1).ToList();
        if (lines.Count <= most)
            return lines;
        lines.RemoveAt(most);
        lines[most - 1] = Cut(lines[most - 1], width, size);
        return lines;
    }

    private static IEnumerable<string> Broken(string text, double width, double size)
    {
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0)
            yield return line;
    }

    /// <summary>A word too long for a line is broken where it must be.</summary>
    private static IEnumerable<string> Pieces(string word, double width, double size)
    {
        var from = 0;
        for (var to = 1; to < word.Length; to++)
            if (Width(word[from..(to + 1)], size) > width)
            {
                yield return word[from..to];
                from = to;
            }
        yield return word[from..];
    }

    private static string Cut(string line, double width, double size)
    {
        var left = line.TrimEnd();
        while (left.Length > 0 && Width(left + "…", size) > width)
            left = left[..^1].TrimEnd();
        return left + "…";
    }

    private static double Ems(char character) => character switch
    {
        'i' or 'l' or 'j' or '.' or ',' or '\'' or ':' or ';' or '!' or '|' or ' ' => 0.32,
        'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.95,
        _ when char.IsUpper(character) || char.IsDigit(character) => 0.7,
        _ when character > '\u2E80' => 1.1,
        _ => 0.6,
    };
}
