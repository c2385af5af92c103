using Answerable.Model;
using Answerable.Model.Centre;
using NodaTime;
using NodaTime.Text;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// One bank holiday of one part, as a row of data: where it is from, whether someone has checked it, and between which dates
/// it was the rule (a proclamation adds a day; an old forecast is recomputed with what was known then).
/// </summary>
public sealed record BankHoliday(
    LocalDate Date, HolidayPart Part, string Name, string Source, bool Verified, LocalDate? KnownFrom = null, LocalDate? KnownTo = null)
{
    /// <summary>Was it the rule on a date; it holds from KnownFrom up to, not including, KnownTo.</summary>
    public bool KnownOn(LocalDate asOf) => (KnownFrom is null || KnownFrom <= asOf) && (KnownTo is null || asOf < KnownTo);
}

/// <summary>Bank holidays read from data: the rows shipped with the product, or a centre's own in the same columns.</summary>
public static class BankHolidays
{
    /// <summary>The rows shipped, 2024 to 2027.</summary>
    public static IReadOnlyList<BankHoliday> Shipped { get; } = ReadShipped();

    private static List<BankHoliday> ReadShipped()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.csv")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()).Value;
    }

    /// <summary>Rows of date,part,name,source,mark,known_from,known_to; or a sentence that names the row and column.</summary>
    public static Outcome<List<BankHoliday>> Read(string csv)
    {
        var holidays = new List<BankHoliday>();
        var lines = csv.Split('\n');
        for (var row = 1; row < lines.Length; row++)
        {
            if (lines[row].Trim().Length == 0)
                continue;
            var fields = lines[row].Trim().Split(',');
            if (Fault(fields) is { } column)
                return new Refusal("holiday.row", $"Row {row + 1}, column {column} cannot be read.");
            holidays.Add(new(Date(fields[0])!.Value, HolidayParts.Find(fields[1])!.Value, fields[2], fields[3], fields[4] == "verified",
                Date(fields[5]), Date(fields[6])));
        }
        return holidays;
    }

    private static string? Fault(string[] fields) => fields.Length != 7 ? "known_to"
        : Date(fields[0]) is null ? "date"
        : HolidayParts.Find(fields[1]) is null ? "part"
        : fields[4] is not ("verified" or "unverified") ? "mark"
        : fields[5].Length > 0 && Date(fields[5]) is null ? "known_from"
        : fields[6].Length > 0 && Date(fields[6]) is null ? "known_to"
        : null;

    private static LocalDate? Date(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>A part's holidays as closed days of a calendar, by what was known on a date, with days of the centre's own.</summary>
    public static DayCalendar Calendar(IEnumerable<BankHoliday> holidays, HolidayPart part, LocalDate asOf, IEnumerable<SpecialDay>? own = null,
        SaidHours? hours = null) =>
        new([.. holidays.Where(holiday => holiday.Part == part && holiday.KnownOn(asOf))
                .Select(holiday => new SpecialDay(holiday.Date, holiday.Name, Closed: true)), .. own ?? []],
            hours);
}
