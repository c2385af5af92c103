using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Planning.Sizing;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>One day of a forecast, sized as the setting says.</summary>
/// <param name="Setting">With its day named.</param>
public sealed record BenchDay(BenchSetting Setting, DateOnly Date, ForecastSummary.Day Forecast, SizedDay Sized)
{
    internal static async Task<Outcome<BenchDay>> ReadAsync(AnswerableDb db, SeriesId id, BenchSetting setting, CancellationToken stop)
    {
        var series = await db.Set<SeriesRow>().Where(row => row.Id == id).Select(row => new { row.Forecast }).SingleOrDefaultAsync(stop);
        return series is null ? PlanningRefusals.NoSuchSeries : Of(SeriesRecord.Read(series.Forecast), setting);
    }

    internal static Outcome<BenchDay> Of(ForecastSummary? forecast, BenchSetting setting)
    {
        if (forecast is null)
            return PlanningRefusals.NoForecast;
        var open = forecast.Days.FirstOrDefault(day => day.Mark != DayMark.Closed) ?? forecast.Days[0];
        var day = setting.Day is { } asked ? forecast.Days.FirstOrDefault(day => day.Date == asked) : open;
        if (day is null)
            return new Refusal("planning.day",
                $"The forecast holds {forecast.Days[0].Date:d MMM yyyy} to {forecast.Days[^1].Date:d MMM yyyy}; choose one of its days.", "day");
        var curve = DayCurve.OfSlots(forecast.FirstMinute, forecast.SlotMinutes, [.. day.Slots.Select(slot => slot.Mean)], forecast.DayVariance,
            day.Open);
        if (SizedDay.Faults(curve, setting.Knobs).ToList() is { Count: > 0 } faults)
            return PlanningRefusals.Of(faults);
        return new BenchDay(setting with { Day = day.Date }, day.Date, day, SizedDay.Of(curve, setting.Knobs));
    }
}
