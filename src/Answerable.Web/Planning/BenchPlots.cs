using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Planning;

namespace Answerable.Web.Planning;

/// <summary>What the workbench draws, as data for the browser. The tables beside the plots hold the same.</summary>
internal static class BenchPlots
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private sealed record Series(string Name, IReadOnlyList<double?> Values, IReadOnlyList<double?>? Low =
        null, IReadOnlyList<double?>? High = null, bool? Step = null);

    /// <summary>Day totals of the weeks before, then the days ahead with the interval each lies in.</summary>
    public static string Days(ForecastSummary forecast)
    {
        double?[] before = [.. forecast.Recent.Select(_ => (double?)null)], ahead = [.. forecast.Days.Select(_ => (double?)null)];
        return Json("contacts a day", [.. forecast.Recent.Select(day => Named(day.Date)), .. forecast.Days.Select(day => Named(day.Date))],
            new Series("Arrived", [.. forecast.Recent.Select(day => day.Total), .. ahead]),
            new Series("Forecast", [.. before, .. forecast.Days.Select(day => Round(day.Total.Mean))],
                [.. before, .. forecast.Days.Select(day => Round(day.Total.Low))],
                    [.. before, .. forecast.Days.Select(day => Round(day.Total.High))]));
    }

    /// <summary>One day's slots as forecast, before the knobs change it.</summary>
    public static string Slots(ForecastSummary forecast, ForecastSummary.Day day) => Json("contacts a slot",
        [.. day.Slots.Select((_, slot) => BenchWords.Time(forecast.FirstMinute + slot * forecast.SlotMinutes))],
        new Series("Forecast", [.. day.Slots.Select(slot => Round(slot.Mean))], [.. day.Slots.Select(slot => Round(slot.Low))],
            [.. day.Slots.Select(slot => Round(slot.High))]));

    /// <summary>Agents required and agents that shifts put at work.</summary>
    public static string Agents(SizedDay day)
    {
        Series required = new("Required", [.. day.Quarters.Select(quarter => (double?)quarter.Required.Agents)], Step: true);
        return day.Cover is null
            ? Json("agents at work", Times(day), required)
            : Json("agents at work", Times(day), required,
                new Series("By shifts", [.. day.Quarters.Select(quarter => (double?)quarter.AtWork)], Step: true));
    }

    /// <summary>The service level of each quarter-hour by Erlang and by simulation, with the simulation's interval and the target.</summary>
    public static string Levels(DayOnBench.Finding found)
    {
        var day = found.Day.Sized;
        var definition = day.Knobs.Service.Definition;
        Series erlang = new("Erlang", [.. day.Quarters.Select(quarter => Round(quarter.Figures?.ServiceLevels?.By(definition) * 100))]);
        Series target = new("Target", [.. day.Quarters.Select(_ => Round(day.Knobs.Service.Level * 100))]);
        return found.Rehearsed is { } rehearsed
            ? Json("%", Times(day), erlang, Simulated(rehearsed), target)
            : Json("%", Times(day), erlang, target);
    }

    /// <summary>A quarter-hour in which nobody came has neither a level nor a band.</summary>
    private static Series Simulated(RehearsedDay rehearsed) => new(
        "Simulation", [.. rehearsed.Quarters.Select(level => Percent(level.Value))],
        [.. rehearsed.Quarters.Select(level => Percent(level.Value - level.HalfWidth))],
        [.. rehearsed.Quarters.Select(level => Percent(level.Value + level.HalfWidth))]);

    private static double? Percent(double? share) => share is { } known ? Round(Math.Clamp(known, 0, 1) * 100) : null;

    private static string[] Times(SizedDay day) => [.. day.Quarters.Select(quarter => BenchWords.Time(quarter.Minute))];

    private static string Named(DateOnly date) => date.ToString("ddd d MMM", CultureInfo.CurrentCulture);

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 2) : null;

    private static string Json(string unit, IReadOnlyList<string> categories, params Series[] series) =>
        JsonSerializer.Serialize(new { Kind = "line", Unit = unit, FromZero = true, Categories = categories, Series = series }, Options);
}
