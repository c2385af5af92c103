using System.Buffers;
using System.Globalization;
using System.Text;

namespace Answerable.Web.Shared;

/// <summary>
/// Tables as CSV, as all that we give out are written: what a spreadsheet would take for a formula is plain text in it, in a locale that splits at
/// other signs than the comma too.
/// </summary>
internal static class CsvBody
{
    private const string Formulas = "=+-@";
    private const string Splits = "\t\r\n;|";
    private const string Type = "text/csv; charset=utf-8";
    private const int LongestName = 120;
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;|\"\t\r\n");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static byte[] Of(IEnumerable<string> heads, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder();
        text.Append(Line([.. heads]));
        foreach (var row in rows)
            text.Append(Line(row));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Line(params object?[] row) => string.Join(',', row.Select(Field)) + "\r\n";

    /// <summary>As a file to be kept by whoever asked for it, and by nothing on the way.</summary>
    public static IResult Download(byte[] bytes, string name) => Results.File(bytes, Type, Named(name));

    public static IResult Download(Func<Stream, Task> write, string name) => Results.Stream(write, Type, Named(name));

    /// <summary>The same words, with a mark before each place at which a formula could begin.</summary>
    public static string Plain(string text)
    {
        if (IsNumber(text))
            return text;
        StringBuilder? plain = null;
        var begins = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (begins && Begins(text, at))
            {
                plain ??= new StringBuilder(text, 0, at, text.Length + 4);
                plain.Append('\'');
            }
            plain?.Append(text[at]);
            begins = Splits.Contains(text[at]);
        }
        return plain?.ToString() ?? text;
    }

    /// <summary>Spreadsheets leave out what cannot be seen, and read wide signs like the usual ones. What begins with a sign that splits is guarded
    /// itself: some leave that out too.</summary>
    private static bool Begins(string text, int at)
    {
        if (at == 0 && Splits.Contains(text[0]))
            return true;
        while (at < text.Length && !Splits.Contains(text[at]) && IsUnseen(text[at]))
            at++;
        return at < text.Length && Formulas.Contains(Usual(text[at]));
    }

    private static bool IsUnseen(char sign) => char.IsWhiteSpace(sign)
        || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static char Usual(char sign) => char.IsAscii(sign) || char.IsSurrogate(sign) || (sign & 0xFFFE) == 0xFFFE
        ? sign : sign.ToString().Normalize(NormalizationForm.FormKC)[0];

    private static bool IsNumber(string text) =>
        text.Length > 1 && text[0] == '-' && text.AsSpan(1).IndexOfAnyExcept(Digits) is var stop
        && (stop < 0 || (stop > 0 && text[stop + 1] == '.' && stop + 2 < text.Length && !text.AsSpan(stop + 2).ContainsAnyExcept(Digits)));

    private static string Field(object? cell)
    {
        var text = Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        if (cell is string)
            text = Plain(text);
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>A name that no system takes for a path, a hidden file or another kind of file.</summary>
    public static string Named(string name)
    {
        var words = string.Concat(Path.GetFileNameWithoutExtension(name).Select(sign =>
            char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.' or ' ' ? sign : '-')).Trim(' ', '.', '-');
        return (words.Length == 0 ? "table" : words[..Math.Min(words.Length, LongestName)]) + ".csv";
    }
}
