using Answerable.Model.Centre;

namespace Answerable.Tests.Centres;

public sealed class OpeningHoursTests
{
    private static readonly Func<DateOnly, bool> NoHoliday = _ => false;
    private static readonly OpeningHours Nights = OpeningHours.Unsaid.With(Week("", "22:00-06:00"));

    [Fact]
    public void A_centre_that_has_said_nothing_is_open_always() =>
        Assert.True(OpeningHours.Unsaid.IsOpen("billing", new DateTime(2026, 12, 25, 3, 0, 0), _ => true));

    [Theory]
    [InlineData("2026-10-09T21:59:00", false)]
    [InlineData("2026-10-09T22:00:00", true)]
    [InlineData("2026-10-10T05:59:00", true)]
    [InlineData("2026-10-10T06:00:00", false)]
    public void A_night_reaches_into_the_next_day(string at, bool open) =>
        Assert.Equal(open, Nights.IsOpen("main", DateTime.Parse(at, null), NoHoliday));

    [Fact]
    public void A_closed_day_still_ends_the_night_before_and_begins_none_of_its_own()
    {
        var closed = Nights.With(new SpecialOpening(new DateOnly(2026, 10, 10), "", [], "Works on the building"));
        Assert.True(closed.IsOpen("main", new DateTime(2026, 10, 10, 5, 0, 0), NoHoliday));
        Assert.False(closed.IsOpen("main", new DateTime(2026, 10, 10, 23, 0, 0), NoHoliday));
        Assert.False(closed.IsOpen("main", new DateTime(2026, 10, 11, 5, 0, 0), NoHoliday));
    }

    [Fact]
    public void A_bank_holiday_closes_where_hours_are_said_and_a_special_day_goes_before_it()
    {
        var christmas = new DateOnly(2026, 12, 25);
        bool Holiday(DateOnly date) => date == christmas;
        Assert.Empty(Nights.BeginningOn("main", christmas, Holiday)!);
        var open = Nights.With(new SpecialOpening(christmas, "main", [new OpenSpan(600, 720)], "Emergencies"));
        Assert.Equal("10:00-12:00", OpenSpan.Words(open.BeginningOn("main", christmas, Holiday)!));
        Assert.Empty(open.BeginningOn("other", christmas, Holiday)!);
    }

    [Fact]
    public void A_queues_own_week_goes_before_that_of_all()
    {
        var hours = Nights.With(Week("billing", "09:00-17:00"));
        Assert.True(hours.IsOpen("billing", new DateTime(2026, 10, 9, 12, 0, 0), NoHoliday));
        Assert.False(hours.IsOpen("main", new DateTime(2026, 10, 9, 12, 0, 0), NoHoliday));
    }

    [Theory]
    [InlineData("09:00-12:30, 13:30-17:00", "09:00-12:30, 13:30-17:00")]
    [InlineData("9:00-17:00", "09:00-17:00")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("00:00-24:00", "00:00-24:00")]
    [InlineData("", "closed")]
    [InlineData("Closed", "closed")]
    [InlineData("nine to five", null)]
    [InlineData("09:00-09:00", null)]
    [InlineData("25:00-26:00", null)]
    [InlineData("24:00-06:00", null)]
    public void Hours_are_read_as_they_are_written(string typed, string? words) =>
        Assert.Equal(words, OpenSpan.Read(typed) is { } spans ? OpenSpan.Words(spans) : null);

    [Theory]
    [InlineData("22:00-06:00", "", null)]
    [InlineData("22:00-06:00", "05:00-12:00", "Tuesday")]
    [InlineData("22:00-06:00", "06:00-12:00", null)]
    [InlineData("09:00-12:00, 11:00-17:00", "", "Monday")]
    public void No_minute_is_opened_twice(string monday, string tuesday, string? field)
    {
        var days = new[] { monday, tuesday, "", "", "", "", "" }.Select(day => OpenSpan.Read(day)!).ToArray();
        Assert.Equal(field, OpeningRules.Of(new WeekOfQueue("", days)).Select(refusal => refusal.Field).SingleOrDefault());
    }

    [Fact]
    public void Sundays_night_may_not_run_into_monday()
    {
        var days = new[] { "05:00-12:00", "", "", "", "", "", "22:00-06:00" }.Select(day => OpenSpan.Read(day)!).ToArray();
        var refusal = Assert.Single(OpeningRules.Of(new WeekOfQueue("", days)));
        Assert.Equal(("Monday", "22:00-06:00 on Sunday runs into 05:00-12:00 on Monday: join them, or end the first earlier."),
            (refusal.Field, refusal.Text));
    }

    private static WeekOfQueue Week(string queue, string day) => new(queue, [.. Enumerable.Repeat(OpenSpan.Read(day)!, 7)]);
}
