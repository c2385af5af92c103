using System.Globalization;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

/// <summary>Tables of measures as CSV.</summary>
internal static class MeasuresCsv
{
    public static byte[] Of(KpiFigures.Finding found) => CsvBody.Of(
        ["kpi", "start", "end", "split", "label", "value", "unit", "numerator", "denominator", "word", "version", "formula"],
        found.Lines.Select(line => new object?[]
        {
            found.Kpi.Name, Stamp(line.Start), Stamp(line.End), line.Key, line.Label, line.Figure.Value, KpiWords.Unit(found.Kpi),
            KpiWords.Sum(found.Kpi, line.Figure.Numerator, numerator: true), KpiWords.Sum(found.Kpi, line.Figure.Denominator, numerator: false),
            line.Figure.Word, line.Version,
            found.Parts.First(part => part.Version == line.Version).Formula,
        }));

    public static byte[] Of(ContactsBehind.Listing listing) => CsvBody.Of(
        ["id", "kind", "arrived", "channel", "queue", "type", "agent", "team", "state", "wait_ms", "handle_ms", "resolved", "direction", "wrap_ms"],
        listing.Contacts.Select(line => new object?[]
        {
            line.Id, line.Kind, Stamp(line.ArrivedAt), line.Channel, line.Queue, line.Type, line.Agent, line.Team, line.State, line.WaitMs,
                line.HandledInMs, line.Resolved, line.Direction, line.WrapMs,
        }));

    private static string? Stamp(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
