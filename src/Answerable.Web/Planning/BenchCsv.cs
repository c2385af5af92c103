using System.Globalization;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Planning;
using Answerable.Web.Shared;

namespace Answerable.Web.Planning;

/// <summary>The tables of the workbench as CSV, shares as shares and not as percentages.</summary>
internal static class BenchCsv
{
    public static byte[] OfDay(DayOnBench.Finding found)
    {
        var (sized, definition) = (found.Day.Sized, found.Day.Sized.Knobs.Service.Definition);
        // Beside every row, so that a file says by itself what it was worked out from, and stays a table.
        var knobs = found.Day.Setting.Words().Where(knob => knob.Name is not ("day" or "vary"))
            .Append((Name: "vary", Value: sized.Knobs.DaysVary ? "1" : "0")).ToList();
        return CsvBody.Of(
            ["DateTime", "contacts", "required", "rostered", "by_shifts", "staffed", "service_level_erlang", "service_level_simulated", "half_width",
                "abandoned_erlang", "occupancy_erlang", .. knobs.Select(knob => $"knob_{knob.Name}")],
            sized.Quarters.Select((quarter, at) => (object?[])
            [
                Stamp(found.Day.Date, quarter.Minute), quarter.Contacts, quarter.Required.Agents, quarter.Required.Rostered, quarter.AtWork,
                quarter.Staffed,
                quarter.Figures?.ServiceLevels?.By(definition), found.Rehearsed?.Quarters[at].Value, found.Rehearsed?.Quarters[at].HalfWidth,
                quarter.Figures?.Abandons, quarter.Figures?.Occupancy, .. knobs.Select(knob => knob.Value),
            ]));
    }

    public static byte[] OfForecast(ForecastSummary forecast) => CsvBody.Of(
        ["DateTime", "Calls", "Low80", "High80"],
        forecast.Days.SelectMany(day => day.Slots.Select((slot, at) => new object?[]
        {
            Stamp(day.Date, forecast.FirstMinute + at * forecast.SlotMinutes), slot.Mean, slot.Low, slot.High,
        })));

    private static string Stamp(DateOnly date, int minute) =>
        date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
