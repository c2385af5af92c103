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
        var twice = new HashSet<LocalDateTime>();
        Instant[] instants = [.. rows.Select(row => Instant(row, zone, twice))];
        var seen = new HashSet<Instant>();
        for (var at = 0; at < rows.Count; at++)
            if (Fault(rows, instants, at, zone, seen) is { } sentence)
                return new Refusal("forecast.row", $"Row {rows[at].Row}, {sentence}");
        return rows.Zip(instants).OrderBy(row => row.Second).Select(row => InZone(row.First, row.Second, zone)).ToArray();
    }

    private static IntervalCount InZone(IntervalCount row, Instant instant, DateTimeZone zone) =>
        row with { Start = instant.InZone(zone).LocalDateTime, Offset = zone.GetUtcOffset(instant) };

    private static string? Fault(IReadOnlyList<IntervalCount> rows, Instant[] instants, int at, DateTimeZone zone, HashSet<Instant> seen)
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
        var isNew = seen.Add(instants[at]);
        if (at == 0)
            return null;
        var before = rows[at - 1];
        if ((row.Offset is null) != (before.Offset is null))
            return "column DateTime: some rows have an offset from UTC and some have none.";
        if (!isNew)
            return ComesTwice(row, zone)
                ? $"column DateTime: {Text(row)} occurs more than twice on a day the clocks go back."
                : $"column DateTime: {Text(row)} occurs twice.";
        return instants[at] < instants[at - 1] && !(ComesTwice(row, zone) && ComesTwice(before, zone))
            ? $"column DateTime: {Text(row)} comes before {Text(before)} of the row above; the rows must be sorted."
            : null;
    }

    private static bool ComesTwice(IntervalCount row, DateTimeZone zone) => row.Offset is null && zone.MapLocal(row.Start).Count == 2;

    /// <summary>When a row begins. Of a local time that the clocks bring twice the first row is the earlier, the second the later.</summary>
    private static Instant Instant(IntervalCount row, DateTimeZone zone, HashSet<LocalDateTime> twice)
    {
        if (row.Offset is { } offset)
            return row.Start.WithOffset(offset).ToInstant();
        AmbiguousTimeResolver which = ComesTwice(row, zone) && !twice.Add(row.Start) ? Resolvers.ReturnLater : Resolvers.ReturnEarlier;
        return zone.ResolveLocal(row.Start, Resolvers.CreateMappingResolver(which, Resolvers.ReturnForwardShifted)).ToInstant();
    }

    private static string Text(IntervalCount row) => NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(row.Start);
}
