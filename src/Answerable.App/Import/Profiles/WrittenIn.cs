using System.Globalization;
using Answerable.App.Import.Formats;
using Answerable.Model.Import;
using NodaTime;

namespace Answerable.App.Import.Profiles;

/// <summary>A date and time in a column or in two, in the way the mapping says.</summary>
/// <param name="Date">None where only the time is written: the day is then that of the arrival, or the one after where midnight lies between.</param>
internal sealed record WrittenIn(string? Date, string? Time, string Dates, WrittenIn? Since = null)
{
    private static readonly DateTime NoughtOfSheets = new(1899, 12, 30);

    public IReadOnlyList<string> Columns { get; } = [.. new[] { Date, Time }.OfType<string>()];

    public bool In(Row row) => Columns.All(column => row[column] is { } text && !WrittenDuration.IsNothing(text))
        && (Date is not null || Since!.In(row));

    /// <summary>All it may mean; none where it cannot be read.</summary>
    public IReadOnlyList<WallClock.Reading> Read(Row row, DateTimeZone zone) =>
        Counted(row) is { } counted ? [new(counted, true)]
        : Local(row) is not { } written ? []
        : written.Offset is { } offset ? [new(new DateTimeOffset(written.Local, offset).ToUniversalTime(), true)]
        : WallClock.Of(written.Local, zone);

    private WrittenMoment? Local(Row row)
    {
        var order = Dates switch { "day-first" => DateOrder.DayFirst, "month-first" => DateOrder.MonthFirst, _ => DateOrder.Plain };
        if (Dates == "serial" && Date is not null && Number(row[Date]) is { } days and > 20_000 and < 80_000)
            return Sheets(days + (Time is null ? 0 : Number(row[Time]) is { } part and < 1 ? part : 0));
        if (Date is null)
            return Since!.Local(row) is { } from
                && WrittenMoment.Read(from.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row[Time!] ?? "", DateOrder.Plain) is { } same
                ? same.Local < from.Local ? same with { Local = same.Local.AddDays(1) } : same : null;
        return Time is null ? WrittenMoment.Read(row[Date] ?? "", order) : WrittenMoment.Read(row[Date] ?? "", row[Time] ?? "", order);
    }

    private DateTimeOffset? Counted(Row row) => Date is null || Number(row[Date]) is not { } number ? null : Dates switch
    {
        "epoch" when number is >= 0 and < 4_102_444_800 => DateTimeOffset.FromUnixTimeMilliseconds((long)(number * 1000)),
        "epoch-ms" when number is >= 0 and < 4_102_444_800_000 => DateTimeOffset.FromUnixTimeMilliseconds((long)number),
        _ => null,
    };

    private static WrittenMoment Sheets(decimal days) => new(NoughtOfSheets.AddMilliseconds((double)Math.Round(days * 86_400_000)), null);

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>
/// One of a row's moments. In the hour that comes twice all of them are looked at together: what is meant is that by which no duration is negative,
/// and the shortest of those.
/// </summary>
internal sealed record AmongMoments(WrittenIn Own, IReadOnlyList<WrittenIn> InOrder) : Moment
{
    public override IReadOnlyList<string> Columns => Own.Columns;

    public override bool In(Row row) => Own.In(row);

    public override Taken<DateTimeOffset> Read(Row row, DateTimeZone zone)
    {
        var own = Own.Read(row, zone);
        if (own.Count == 0)
            return new(default, Fault: $"{string.Join(", ", Columns.Select(row.Says))}: a date and time like {Example} is needed.");
        if (own.Count == 1 || InOrder.Count < 2)
            return own[0].Taken(What(row), own.Count);
        var place = InOrder.ToList().IndexOf(Own);
        var all = InOrder.Select(moment => moment == Own ? own : moment.In(row) ? moment.Read(row, zone) : []).ToList();
        var best = Ways(all).Where(way => way[place] is not null).MinBy(way => (Backwards(way), Longest(way)))!;
        return new(best[place]!.Value,
            $"{What(row)} came twice that night (the clocks went back): the one with the shortest durations is taken.", Noticed: Noticed.CameTwice);
    }

    private string What(Row row) => $"{string.Join(" and ", Columns)} {string.Join(' ', Columns.Select(column => row[column]))}";

    private static IEnumerable<DateTimeOffset?[]> Ways(List<IReadOnlyList<WallClock.Reading>> all) =>
        all.Aggregate((IEnumerable<DateTimeOffset?[]>)[[]], (ways, readings) => ways.SelectMany(way => readings.Count == 0
            ? [[.. way, null]] : readings.Select(reading => (DateTimeOffset?[])[.. way, reading.At])));

    private static int Backwards(DateTimeOffset?[] way)
    {
        var known = way.OfType<DateTimeOffset>().ToList();
        return known.Zip(known.Skip(1)).Count(pair => pair.Second < pair.First);
    }

    private static TimeSpan Longest(DateTimeOffset?[] way) => way.OfType<DateTimeOffset>().ToList() is var known ? known[^1] - known[0] : default;

    private string Example => (Own.Dates, Own.Date) switch
    {
        (_, null) => "18:30:00",
        ("day-first", _) => "09/10/2026 18:30:00",
        ("month-first", _) => "10/09/2026 18:30:00",
        ("epoch", _) => "1791570600",
        ("epoch-ms", _) => "1791570600000",
        ("serial", _) => "46304.77083",
        _ => "2026-10-09 18:30:00",
    };
}
