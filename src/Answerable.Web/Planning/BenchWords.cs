using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Rehearsal;
using Answerable.App.Planning;
using Answerable.Model;

namespace Answerable.Web.Planning;

/// <summary>Figures of the workbench as people read them.</summary>
internal static class BenchWords
{
    public static string Percent(double? share, int digits = 1) =>
        share is { } known ? (known * 100).ToString($"0.{new string('0', digits)}", CultureInfo.CurrentCulture) + " %" : "no figure";

    public static string Percent(Reading reading) => reading switch
    {
        { Value: null } => "no contacts",
        { HalfWidth: null } => Percent(reading.Value),
        { HalfWidth: { } half } => $"{reading.Value * 100:0.0} ± {half * 100:0.0} %",
    };

    public static string Seconds(double? seconds) => seconds is { } known ? $"{known:0.0} s" : "no figure";

    public static string Seconds(Reading reading) => reading switch
    {
        { Value: null } => "no contacts",
        { HalfWidth: null } => Seconds(reading.Value),
        { HalfWidth: { } half } => $"{reading.Value:0.0} ± {half:0.0} s",
    };

    public static string Count(double? count) => count is { } known ? known.ToString("#,0", CultureInfo.CurrentCulture) : "no figure";

    public static string Interval(ForecastSummary.Spread spread) =>
        spread is { Low: { } low, High: { } high } ? $"{Count(low)} to {Count(high)}" : "not known of so few days";

    public static string Count(Reading reading) =>
        reading is { Value: { } value, HalfWidth: { } half } ? $"{value:#,0} ± {half:0.0}" : Count(reading.Value);

    /// <summary>Minutes after midnight as a time of day; midnight at the end is 24:00.</summary>
    public static string Time(int minute) => $"{minute / 60:00}:{minute % 60:00}";

    public static string Left(RunState run) => run.Left is { } left
        ? left.TotalSeconds < 2
            ? "a moment left" : left.TotalSeconds < 90 ? $"about {left.TotalSeconds:0} s left" : $"about {left.TotalMinutes:0} min left"
        : "working out how long it takes";

    /// <summary>How little a forecast rests on, where no earlier date could be forecast from and held against what came; null elsewhere.</summary>
    public static string? Little(ForecastSummary forecast)
    {
        if (forecast.Errors.Origins > 0)
            return null;
        var days = forecast.Recent.Count(day => day.Total is not null);
        return $"This forecast, and every figure worked out from it, rests on {Counted.Of(days, "day")} only. How far it may be out " +
            $"is not known: "
            + $"no earlier date has {ForecastPool.LeastWeeks} weeks before it and {forecast.Days.Count} open days after it, so no forecast could " +
                $"be held against what came.";
    }

    /// <summary>What is assumed of weekdays that a short history does not hold; null where it holds all that matter.</summary>
    public static string? Unseen(IReadOnlyList<DayOfWeek> weekdays) => weekdays.Count == 0 ? null
        : $"The counts hold no open {string.Join(" or ", weekdays)}: "
            + (weekdays.Count == 1 ? "it is taken to be closed, and the days ahead leave it out."
                : "they are taken to be closed, and the days ahead leave them out.");

    /// <summary>The pool's methods in words.</summary>
    public static string Model(string name) => name switch
    {
        "seasonal-naive" => "Last week again",
        "mean-of-8" => "Mean of the last 8 same weekdays",
        "weighted-weeks" => "All weeks, older ones weighing less",
        "day-total-x-profile" => "Day total by intraday profile",
        "stl-ets" => "Season and trend by loess, smoothed level",
        "harmonic-ar" => "Harmonic regression, errors carried on",
        _ => name,
    };
}
