using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Simulation.Streams;
using NodaTime;
using NodaTime.Text;

namespace Answerable.Tests.Planning.Forecasts;

/// <summary>Series to forecast: the reference bank, and made ones whose law is known.</summary>
internal static class CountSeries
{
    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static CountHistory Bank(int bin = 30) => CountHistory.From(BankRows(), bin, London).Value;

    public static IReadOnlyList<IntervalCount> BankRows()
    {
        var lines = File.ReadLines(SharedFile.PathOf("data/bank-calls-2003/bank_calls_first_120_days.csv")).Skip(1);
        return [.. lines.Select(line => line.Split(',')).Select((fields, at) => new IntervalCount(
            LocalDateTimePattern.ExtendedIso.Parse(fields[0]).Value, double.Parse(fields[1], CultureInfo.InvariantCulture), at + 2))];
    }

    /// <summary>Hours from 08:00 to 18:00 of weekdays from Monday 2 March 2026.</summary>
    public static List<IntervalCount> Rows(int weeks, Func<LocalDate, int, double> count, Func<LocalDate, bool>? open = null)
    {
        var rows = new List<IntervalCount>();
        var first = new LocalDate(2026, 3, 2);
        for (var date = first; date < first.PlusWeeks(weeks); date = date.PlusDays(1))
            if (date.DayOfWeek < IsoDayOfWeek.Saturday && open?.Invoke(date) != false)
                for (var hour = 8; hour < 18; hour++)
                    rows.Add(new(date.At(new LocalTime(hour, 0)), count(date, hour), rows.Count + 2));
        return rows;
    }

    public static CountHistory History(int weeks, Func<LocalDate, int, double> count, Func<LocalDate, bool>? open = null) =>
        CountHistory.From(Rows(weeks, count, open), 60, London).Value;

    /// <summary>A plain shape: weekdays and hours differ, weeks do not.</summary>
    public static double Shape(LocalDate date, int hour) =>
        (100 + 20 * (int)date.DayOfWeek) * (1 + 0.4 * Math.Sin((hour - 8) * Math.PI / 9));

    /// <summary>Contacts about the shape with a busyness of the day (variance dayVariance) and Poisson noise, both near normal.</summary>
    public static CountHistory Noisy(int seed, int weeks, double dayVariance, double height = 1)
    {
        var chance = new StreamSource(seed).Stream("series", 0);
        var busyness = new Dictionary<LocalDate, double>();
        return History(weeks, (date, hour) =>
        {
            if (!busyness.TryGetValue(date, out var busy))
                busyness.Add(date, busy = 1 + Math.Sqrt(dayVariance) * Normal(chance));
            var mean = height * Shape(date, hour) * busy;
            return Math.Max(0, Math.Round(mean + Math.Sqrt(Math.Max(0, mean)) * Normal(chance)));
        });
    }

    private static double Normal(RandomStream chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextUniform())) * Math.Cos(2 * Math.PI * chance.NextUniform());
}
