using Answerable.Model;

namespace Answerable.App.Import.Formats;

/// <summary>The rows of a report that sum others up.</summary>
internal static class Totals
{
    private static readonly HashSet<string> Words = new(
    [
        "total", "totals", "grand total", "subtotal", "sub total", "sub-total", "sum", "average", "averages", "avg", "mean", "overall", "summary",
        "report total", "report totals", "summe", "gesamt", "gesamtsumme", "durchschnitt", "mittelwert", "min", "max", "minimum", "maximum",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsOne(string[] values) =>
        Array.Find(values, value => value.Shown().Length > 0) is { } first && Words.Contains(first.Trim(' ', ':', '*', '\t'));
}
