using System.Globalization;
using System.Text.RegularExpressions;

namespace Answerable.Model.Import;

/// <summary>A number of another system's table: with a point or a comma for decimals, thousands parted by the other, a blank, an apostrophe.
/// </summary>
public static partial class WrittenNumber
{
    private const int LongestNumber = 40;

    public static decimal? Read(string text, bool comma)
    {
        var written = text.Trim();
        return written.Length <= LongestNumber && (comma ? Commas() : Points()).IsMatch(written)
            && decimal.TryParse(Bare(written, comma), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number) ? number : null;
    }

    /// <summary>Whether it can only be read with a comma for its decimals (12,5), only with a point (12.5), or tells nothing of it: 1,180.</summary>
    public static bool? SaysComma(string text) =>
        (Read(text, true), Read(text, false)) switch { ({ }, null) => true, (null, { }) => false, _ => null };

    private static string Bare(string written, bool comma)
    {
        var plain = string.Concat(written.Where(sign => sign is not (' ' or '\u00A0' or '\u202F' or '\'' or '’') && sign != (comma ? '.' : ',')));
        return comma ? plain.Replace(',', '.') : plain;
    }

    [GeneratedRegex(@"^[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:([, \u00A0\u202F'’])[0-9]{3})(?:\1[0-9]{3})*)(?:\.[0-9]+)?\z"
        + @"|^[+-]?\.[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:([. \u00A0\u202F'’])[0-9]{3})(?:\1[0-9]{3})*)(?:,[0-9]+)?\z"
        + @"|^[+-]?,[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex Commas();
}
