using Answerable.Analysis.Planning.Forecasts;
using Answerable.Analysis.Planning.Sizing;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

/// <summary>What is said of opening reaches the forecast: twelve weeks of weekdays from eight to six, to Friday 22 May 2026.</summary>
public sealed class SaidHoursTests
{
    private static readonly DateOnly Monday = new(2026, 5, 25);
    private static readonly DateOnly Wednesday = new(2026, 5, 27);
    private static readonly DateOnly Saturday = new(2026, 5, 30);

    [Fact]
    public void A_queues_own_hours_go_before_those_of_all_on_its_own_dates_too()
    {
        var hours = Open("08:00-18:00").With(Week("bins", "06:00-14:00")).With(Special(Monday, "", "")).With(Special(Monday, "bins", "09:30-12:00"));
        Assert.Equal(0, Minutes(Of(hours, "tax"), Monday, 9));
        Assert.Equal(30, Minutes(Of(hours, "bins"), Monday, 9));
        Assert.Equal((60, 0), (Minutes(Of(hours, "tax"), Wednesday, 17), Minutes(Of(hours, "bins"), Wednesday, 17)));
        Assert.Equal(60, Minutes(Of(hours, ""), Wednesday, 6));
        Assert.Equal(30, Minutes(Of(hours, ""), Monday, 9));
        Assert.Null(Minutes(Of(OpeningHours.Unsaid, "bins"), Monday, 9));
    }

    [Fact]
    public void A_night_reaches_into_a_closed_day_and_no_minute_is_counted_twice()
    {
        var nights = Open("22:00-06:00", "22:00-06:00").With(Special(Monday, "", "")).With(Special(Wednesday, "", "05:00-07:00"));
        var hours = Of(nights, "");
        Assert.Equal(6 * 60, hours.MinutesOpen(Date(Monday), 0, OpenSpan.Day));
        Assert.True(hours.IsOpen(Date(Monday)));
        Assert.Equal(7 * 60, hours.MinutesOpen(Date(Wednesday), 0, OpenSpan.Day));
        Assert.Equal(2 * 60, hours.MinutesOpen(Date(Monday).PlusDays(1), 0, OpenSpan.Day));
        Assert.Equal((0, OpenSpan.Day), hours.Frame(Date(Monday)));
        Assert.Equal((60, 0), (hours.UsuallyOpen(IsoDayOfWeek.Sunday, 5 * 60, 60), hours.UsuallyOpen(IsoDayOfWeek.Sunday, 6 * 60, 60)));
    }

    [Fact]
    public void A_half_hour_that_a_special_day_closes_is_forecast_as_none_and_needs_nobody()
    {
        var hours = Open("08:00-18:00").With(Special(Wednesday, "tax", "08:00-12:30"));
        var closing = Day(Summary(hours, "tax"), Wednesday);
        var usual = Day(Summary(hours, "bins"), Wednesday);
        Assert.Equal(usual.Slots[3].Mean, closing.Slots[3].Mean, 1e-9);
        Assert.Equal(usual.Slots[4].Mean / 2, closing.Slots[4].Mean, 1e-9);
        Assert.All(closing.Slots.Skip(5), slot => Assert.Equal(0, slot.Mean));
        var needs = SizedDay.Of(Curve(Summary(hours, "tax"), closing), new SizingKnobs()).Quarters;
        Assert.True(needs.Single(quarter => quarter.Minute == 12 * 60 + 15).Required.Agents > 0);
        Assert.All(needs.Where(quarter => quarter.Minute >= 12 * 60 + 30), quarter => Assert.Equal(0, quarter.Required.Agents));
    }

    [Fact]
    public void A_special_opening_is_not_lost_on_a_weekday_or_at_an_hour_that_never_opened()
    {
        var hours = Open("08:00-18:00").With(Special(Saturday, "tax", "10:00-12:00")).With(Special(Wednesday, "tax", "08:00-20:00"));
        var forecast = Summary(hours, "tax");
        var saturday = Day(forecast, Saturday);
        int At(int hour) => hour - forecast.FirstMinute / 60;
        Assert.Equal(CountSeries.Shape(new LocalDate(2026, 5, 20), 10), saturday.Slots[At(10)].Mean, 1);
        Assert.Equal([10, 11], Enumerable.Range(0, saturday.Slots.Count).Where(slot => saturday.Slots[slot].Mean > 0)
            .Select(slot => slot + forecast.FirstMinute / 60));
        var late = Day(forecast, Wednesday);
        Assert.Equal(CountSeries.Shape(new LocalDate(2026, 5, 20), 17), late.Slots[At(19)].Mean, 1);
        Assert.DoesNotContain(Summary(hours, "bins").Days, day => day.Date == Saturday);
    }

    [Fact]
    public void A_weekday_newly_opened_is_forecast_like_the_others_and_an_hour_nobody_knows_is_not()
    {
        var week = new WeekOfQueue("", [.. Enumerable.Repeat(OpenSpan.Read("08:00-20:00")!, 6), []]);
        var forecast = Summary(OpeningHours.Unsaid.With(week), "");
        var saturday = Day(forecast, Saturday);
        Assert.True(saturday.Slots[2].Mean > 50);
        Assert.Equal([0, 0], saturday.Slots.Skip(10).Select(slot => slot.Mean));
    }

    [Fact]
    public void What_a_file_counts_while_closed_is_no_demand()
    {
        var hours = Open("08:00-12:00");
        var forecast = Summary(hours, "");
        Assert.Equal(4, forecast.Days[0].Slots.Count);
        Assert.Equal(CountSeries.Shape(new LocalDate(2026, 5, 25), 8), forecast.Days[0].Slots[0].Mean, 1);
        var refused = CountHistory.From(CountSeries.Rows(6, CountSeries.Shape), 60, CountSeries.London, Of(Open("20:00-22:00"), ""));
        Assert.Equal("forecast.closed", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void Nothing_said_changes_nothing()
    {
        var said = Summary(OpeningHours.Unsaid, "tax");
        var plain = ForecastSummary.Of(ForecastStudy.Make(
            CountSeries.History(12, CountSeries.Shape), DayCalendar.Empty, 10, 2, null, TestContext.Current.CancellationToken));
        Assert.Equal(plain.Days.SelectMany(day => day.Slots), said.Days.SelectMany(day => day.Slots));
        Assert.All(said.Days, day => Assert.Null(day.Open));
    }

    private static OpeningHours Open(string weekdays, string weekends = "") =>
        OpeningHours.Unsaid.With(new WeekOfQueue(
            "", [.. Enumerable.Repeat(OpenSpan.Read(weekdays)!, 5), .. Enumerable.Repeat(OpenSpan.Read(weekends)!, 2)]));

    private static WeekOfQueue Week(string queue, string weekdays) =>
        new(queue, [.. Enumerable.Repeat(OpenSpan.Read(weekdays)!, 5), [], []]);

    private static SpecialOpening Special(DateOnly date, string queue, string open) => new(date, queue, OpenSpan.Read(open)!, "Said");

    private static SaidHours Of(OpeningHours hours, string queue) => new(hours, queue, _ => false);

    private static int? Minutes(SaidHours hours, DateOnly date, int hour) => hours.MinutesOpen(Date(date), hour * 60, 60);

    private static LocalDate Date(DateOnly date) => LocalDate.FromDateOnly(date);

    private static ForecastSummary Summary(OpeningHours hours, string queue)
    {
        var said = Of(hours, queue);
        var history = CountHistory.From(CountSeries.Rows(12, CountSeries.Shape), 60, CountSeries.London, said).Value;
        var own = hours.Special.Where(day => day.Queue.Length == 0 || day.Queue == queue)
            .Select(day => new SpecialDay(Date(day.Date), day.Why, Closed: day.Open.Count == 0));
        return ForecastSummary.Of(ForecastStudy.Make(
            history, new DayCalendar(own, said), 10, 2, null, TestContext.Current.CancellationToken));
    }

    private static ForecastSummary.Day Day(ForecastSummary forecast, DateOnly date) => forecast.Days.Single(day => day.Date == date);

    private static DayCurve Curve(ForecastSummary forecast, ForecastSummary.Day day) =>
        DayCurve.OfSlots(forecast.FirstMinute, forecast.SlotMinutes, [.. day.Slots.Select(slot => slot.Mean)], open: day.Open);
}
