using System.Globalization;
using Answerable.Model;
using NodaTime;
using NodaTime.TimeZones;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>Refuses rows no forecast may be made from: each refusal names the row and the column.</summary>
public static class CountRows
{
    /// <summary>The most contacts one row may count: far above any line, and low enough that sums of squares stay exact numbers.</summary>
    private const double Most = 1e9;

    /// <summary>The rows in local time when they are in order, or one sentence. O(rows).</summary>
    public static Outcome<IntervalCount[]> Check(IReadOnlyList<IntervalCount> rows, DateTimeZone zone)
    {
        if (rows.Count == 0)
            return new Refusal("forecast.empty", "There are no rows of DateTime and Calls.");
        for (var at = 0; at < rows.Count; at++)
            if (Fault(rows, at, zone) is { } sentence)
                return new Refusal("forecast.row", $"Row {rows[at].Row}, {sentence}");
        return rows.Select(row => InZone(row, zone)).ToArray();
    }

    private static IntervalCount InZone(IntervalCount row, DateTimeZone zone) => row.Offset is null
        ? row
        : row with { Start = Instant(row, zone).InZone(zone).LocalDateTime, Offset = zone.GetUtcOffset(Instant(row, zone)) };

    private static string? Fault(IReadOnlyList<IntervalCount> rows, int at, DateTimeZone zone)
    {
        var row = rows[at];
        if (!double.IsFinite(row.Calls))
            return "column Calls is not a finite number.";
        if (row.Calls < 0)
            return $"column Calls is negative ({row.Calls}).";
        if (row.Calls > Most)
            return string.Create(CultureInfo.InvariantCulture,
                $"column Calls is {row.Calls:G3}, more than the {Most:N0} that one interval may hold.");
        if (row.Offset is null && zone.MapLocal(row.Start).Count == 0)
            return $"column DateTime: {Text(row)} does not exist in {zone.Id}; the clocks go forward over it.";
        if (at == 0)
            return null;
        var before = rows[at - 1];
        if ((row.Offset is null) != (before.Offset is null))
            return "column DateTime: some rows have an offset from UTC and some have none.";
        var order = Instant(row, zone).CompareTo(Instant(before, zone));
        if (order < 0 && zone.MapLocal(row.Start).Count == 2)
            return $"column DateTime: {Text(row)} goes back over {Text(before)} on a day the clocks go back; write times with their offset from UTC.";
        if (order < 0)
            return $"column DateTime: {Text(row)} comes before {Text(before)} of the row above; the rows must be sorted.";
        if (order == 0)
            return zone.MapLocal(row.Start).Count == 2
                ? $"column DateTime: {Text(row)} occurs twice on a day the clocks go back; write times with their offset from UTC."
                : $"column DateTime: {Text(row)} occurs twice.";
        return null;
    }

    private static Instant Instant(IntervalCount row, DateTimeZone zone) => row.Offset is { } offset
        ? row.Start.WithOffset(offset).ToInstant()
        : zone.ResolveLocal(row.Start, Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted)).ToInstant();

    private static string Text(IntervalCount row) => NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(row.Start);
}
