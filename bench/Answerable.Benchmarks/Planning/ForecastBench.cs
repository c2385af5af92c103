using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using NodaTime;
using NodaTime.Text;

namespace Answerable.Benchmarks.Planning;

/// <summary>The forecast pool on the bank series: error by method beside the floor, and the time a forecast takes.</summary>
internal static class ForecastBench
{
    private const string Series = "data/bank-calls-2003/bank_calls_first_120_days.csv";

    public static void Run(TextWriter to)
    {
        if (ReferenceFiles.Find(Series) is not { } file)
        {
            to.WriteLine($"Forecasts: {Series} is not here");
            return;
        }
        var history = Read(file);
        foreach (var origins in new[] { 6, 12, 24 })
            Score(to, history, origins);
        Time(to, history);
    }

    private static CountHistory Read(string file)
    {
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select((fields, at) => new IntervalCount(
            LocalDateTimePattern.ExtendedIso.Parse(fields[0]).Value, double.Parse(fields[1], CultureInfo.InvariantCulture), at + 2));
        return CountHistory.From([.. rows], 30, DateTimeZone.Utc).Value;
    }

    private static void Score(TextWriter to, CountHistory history, int origins)
    {
        var pool = new ForecastPool(history, DayCalendar.Empty, 10);
        var began = TimeProvider.System.GetTimestamp();
        var scores = RollingOrigins.Score(history, pool, 10, origins).Value;
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var whole = scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Pool));
        to.WriteLine(
            $"Forecasts, half-hours, 10 days ahead, {origins} origins, {seconds:F1} s: WAPE pool {100 * whole.Wape:F2} %, Poisson floor " +
            $"{100 * whole.PoissonFloor:F2} %, "
            + $"80 % intervals hold {100 * RollingOrigins.Coverage(scores, 0.8).OfSlots:F1} %");
        for (var method = 0; method < pool.Methods.Count; method++)
        {
            var alone = scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Methods[method]));
            to.WriteLine($"  {pool.Methods[method].Name,-22}{100 * alone.Wape:F2} %");
        }
    }

    private static void Time(TextWriter to, CountHistory history)
    {
        foreach (var method in ForecastMethods.All)
        {
            OriginForecast.Make(history, history.Last, 10, DayCalendar.Empty, [method]);
            var began = TimeProvider.System.GetTimestamp();
            for (var again = 0; again < 5; again++)
                OriginForecast.Make(history, history.Last, 10, DayCalendar.Empty, [method]);
            to.WriteLine($"  {method.Name,-22}{TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / 5:F1} ms a forecast");
        }
    }
}
