using System.Buffers;
using System.Globalization;
using System.Text;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

/// <summary>Tables as CSV. Cells that a spreadsheet would take for a formula are escaped.</summary>
internal static class MeasuresCsv
{
    private const string Formulas = "=+-@\t\r";
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static byte[] Of(KpiFigures.Finding found) => Write(
        ["kpi", "start", "end", "split", "label", "value", "unit", "numerator", "denominator", "word", "version", "formula"],
        found.Lines.Select(line => new object?[]
        {
            found.Kpi.Name, Stamp(line.Start), Stamp(line.End), line.Key, line.Label, line.Figure.Value, KpiWords.Unit(found.Kpi),
            line.Figure.Numerator, line.Figure.Denominator, line.Figure.Word, line.Version,
            found.Parts.First(part => part.Version == line.Version).Formula,
        }));

    public static byte[] Of(ContactsBehind.Listing listing) => Write(
        ["id", "kind", "arrived", "channel", "queue", "type", "agent", "team", "state", "wait_ms", "handle_ms", "resolved"],
        listing.Contacts.Select(line => new object?[]
        {
            line.Id, line.Kind, Stamp(line.ArrivedAt), line.Channel, line.Queue, line.Type, line.Agent, line.Team, line.State, line.WaitMs, line.HandleMs, line.Resolved,
        }));

    private static byte[] Write(IEnumerable<string> heads, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', heads).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Field(object? cell)
    {
        var text = Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        if (cell is string && text.Length > 0 && Formulas.Contains(text[0]))
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string? Stamp(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
