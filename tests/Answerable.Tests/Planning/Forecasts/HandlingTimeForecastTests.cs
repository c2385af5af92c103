using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class HandlingTimeForecastTests
{
    private static List<HandledInterval> Weeks(Func<LocalDateTime, double> seconds, double contacts = 500) =>
        [.. CountSeries.Rows(8, (_, _) => contacts).Select(row => new HandledInterval(row.Start, contacts, seconds(row.Start)))];

    [Fact]
    public void Weekday_and_hour_are_found_where_many_contacts_stand_behind_them()
    {
        double Seconds(LocalDateTime start) => 200 + 10 * (int)start.DayOfWeek + 5 * start.Hour;
        var learned = HandlingTimeForecast.Learn(Weeks(Seconds), 60).Value;
        foreach (var start in Weeks(Seconds).Select(h => h.Start))
            Assert.Equal(Seconds(start), learned.On(start), 2.0);
    }

    [Fact]
    public void Few_contacts_are_drawn_to_what_is_usual()
    {
        var odd = new LocalDateTime(2026, 4, 20, 9, 0);
        var rows = Weeks(_ => 200).Select(h => h.Start == odd ? h with { Contacts = 1, MeanSeconds = 3000 } : h).ToList();
        Assert.InRange(HandlingTimeForecast.Learn(rows, 60).Value.On(odd.PlusWeeks(1)), 195, 205);
    }

    [Fact]
    public void The_whole_windows_handled_seconds_come_out_as_they_were()
    {
        var rows = Weeks(start => start.Day % 5 == 0 ? 600 : 150);
        var learned = HandlingTimeForecast.Learn(rows, 60).Value;
        Assert.Equal(rows.Sum(h => h.Contacts * h.MeanSeconds), rows.Sum(h => h.Contacts * learned.On(h.Start)), 1.0);
    }

    [Fact]
    public void Bad_rows_are_named_and_a_history_without_contacts_is_refused()
    {
        var rows = Weeks(_ => 200);
        rows[3] = rows[3] with { MeanSeconds = double.NaN };
        Assert.Equal("Row 4: contacts and mean seconds must be finite and not negative.",
            HandlingTimeForecast.Learn(rows, 60).Refusals.SingleOrDefault()?.Text);
        Assert.Equal("handling.empty", HandlingTimeForecast.Learn([], 60).Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void On_a_real_centre_workload_is_foretold_at_least_as_well_as_by_one_mean_for_all()
    {
        var served = File.ReadLines(SharedFile.PathOf("data/technion-bank-1999-02/calls_1999-02-01_to_20.txt")).Skip(1)
            .Select(line => line.Split('\t')).Where(f => f[12] == "AGENT" && f[16].Trim() != "NO_SERVER")
            .Select(f => (Start: Local(f[5], f[13]), Seconds: double.Parse(f[15], CultureInfo.InvariantCulture)));
        HandledInterval[] hours =
            [.. served.GroupBy(call => call.Start).Select(hour => new HandledInterval(hour.Key, hour.Count(), hour.Average(call => call.Seconds)))];
        var split = new LocalDate(1999, 2, 14);
        HandledInterval[] past = [.. hours.Where(h => h.Start.Date < split)], future = [.. hours.Where(h => h.Start.Date >= split)];
        Assert.True(past.Length > 100 && future.Length > 50);
        var learned = HandlingTimeForecast.Learn(past, 60).Value;
        var mean = past.Sum(h => h.Contacts * h.MeanSeconds) / past.Sum(h => h.Contacts);
        var ours = future.Sum(h => h.Contacts * Math.Abs(learned.On(h.Start) - h.MeanSeconds));
        var flat = future.Sum(h => h.Contacts * Math.Abs(mean - h.MeanSeconds));
        Assert.True(ours <= flat, $"{ours:F0} s against {flat:F0} s");
    }

    private static LocalDateTime Local(string date, string time) => new(
        1900 + int.Parse(date[..2], CultureInfo.InvariantCulture), int.Parse(date[2..4], CultureInfo.InvariantCulture),
        int.Parse(date[4..], CultureInfo.InvariantCulture), int.Parse(time.Split(':')[0], CultureInfo.InvariantCulture), 0);
}
