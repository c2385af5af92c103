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

    [Fact]
    public void A_span_may_be_the_whole_of_its_day_and_one_alone_overlaps_nothing()
    {
        var days = new[] { "00:00-24:00", "", "", "", "", "", "" }.Select(day => OpenSpan.Read(day)!).ToArray();
        Assert.Empty(OpeningRules.Of(new WeekOfQueue("", days)));
        Assert.Equal(24 * 60, days[0][0].Minutes);
        Assert.True(new OpenSpan(0, 24 * 60).Covers(0));
    }

    [Theory]
    [InlineData("09:00-12:00, 12:00-17:00", "Works", null, null)]
    [InlineData("11:00-17:00, 09:00-12:00", "Works", "Open", "09:00-12:00 runs into 11:00-17:00: join them, or end the first earlier.")]
    [InlineData("09:00-10:00, 11:00-14:00, 13:00-17:00", "Works", "Open",
        "11:00-14:00 runs into 13:00-17:00: join them, or end the first earlier.")]
    [InlineData("", "", "Why", "Say why in up to 120 characters, such as Christmas Day: planners will ask.")]
    public void A_special_day_opens_no_minute_twice_and_says_why(string open, string why, string? field, string? text)
    {
        var refusal = OpeningRules.Of(new SpecialOpening(new DateOnly(2026, 12, 24), "", OpenSpan.Read(open)!, why)).SingleOrDefault();
        Assert.Equal((field, text), (refusal?.Field, refusal?.Text));
        Assert.Equal(field switch { "Open" => "centre.hours-overlap", "Why" => "centre.special-why", _ => null }, refusal?.Code);
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Why_has_120_characters_at_most(int length, bool allowed) =>
        Assert.Equal(allowed, !OpeningRules.Of(new SpecialOpening(new DateOnly(2026, 12, 24), "", [], new string('w', length))).Any());

    [Fact]
    public void Hours_that_cannot_be_read_are_said_at_their_field_with_how_to_write_them()
    {
        var refusal = OpeningRules.Unreadable("Monday");
        Assert.Equal(("centre.hours-unread", "Monday"), (refusal.Code, refusal.Field));
        Assert.StartsWith("Write hours as 09:00-17:00", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_week_said_anew_stands_in_place_of_that_queues_own_and_of_no_other()
    {
        var hours = Nights.With(Week("billing", "09:00-17:00")).With(Week("billing", "10:00-11:00"));
        Assert.Equal(["", "billing"], hours.Weeks.Select(week => week.Queue));
        Assert.False(hours.IsOpen("billing", new DateTime(2026, 10, 9, 12, 30, 0), NoHoliday));
        Assert.Equal([""], hours.Without("billing").Weeks.Select(week => week.Queue));
        Assert.Equal(["billing"], hours.Without("").Weeks.Select(week => week.Queue));
    }

    [Fact]
    public void Special_days_stand_in_the_order_of_their_dates_one_for_a_queue_and_date_and_go_alone()
    {
        var (eve, day) = (new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 25));
        var hours = OpeningHours.Unsaid.With(Special(day, "")).With(Special(eve, "main")).With(Special(eve, "billing")).With(Special(eve, ""))
            .With(Special(eve, "main", "Anew"));
        Assert.Equal([(eve, "", ""), (eve, "billing", ""), (eve, "main", "Anew"), (day, "", "")],
            hours.Special.Select(special => (special.Date, special.Queue, special.Why)));
        Assert.Equal([(eve, ""), (eve, "billing"), (day, "")],
            hours.Without(eve, "main").Special.Select(special => (special.Date, special.Queue)));
        Assert.Equal("Anew", hours.SpecialOf("main", eve)!.Why);
        Assert.Equal("", hours.SpecialOf("other", eve)!.Queue);
        Assert.Null(hours.SpecialOf("main", new DateOnly(2026, 12, 26)));
    }

    [Fact]
    public void Special_days_of_two_queues_are_each_their_own_whichever_was_said_first()
    {
        var day = new DateOnly(2026, 12, 25);
        var hours = OpeningHours.Unsaid.With(Special(day, "")).With(Special(day, "main", "Own"));
        Assert.Equal("Own", hours.SpecialOf("main", day)!.Why);
    }

    [Theory]
    [InlineData("2026-10-09T16:59:00", true)]
    [InlineData("2026-10-09T17:29:00", true)]
    [InlineData("2026-10-09T17:30:00", false)]
    [InlineData("2026-10-09T08:45:00", false)]
    public void Minutes_count_as_well_as_hours(string at, bool open) => Assert.Equal(open,
        OpeningHours.Unsaid.With(Week("", "08:46-17:30")).IsOpen("main", DateTime.Parse(at, null), NoHoliday));

    [Theory]
    [InlineData("england-and-wales", HolidayPart.EnglandAndWales, "England and Wales")]
    [InlineData("scotland", HolidayPart.Scotland, "Scotland")]
    [InlineData("northern-ireland", HolidayPart.NorthernIreland, "Northern Ireland")]
    public void Each_part_of_the_kingdom_is_found_by_its_code(string code, HolidayPart part, string words) =>
        Assert.Equal((part, words), (HolidayParts.Find(code), part.Words()));

    [Fact]
    public void A_part_that_is_none_is_not_found() => Assert.Null(HolidayParts.Find("wessex"));

    [Fact]
    public void A_centre_that_has_said_nothing_is_where_every_centre_was_before_it_could_be_said()
    {
        var usual = CentreSettings.Usual;
        Assert.Equal(("Contact centre", "Europe/London", "GBP"), (usual.Name, usual.Zone, usual.Currency.Code));
    }

    private static SpecialOpening Special(DateOnly date, string queue, string why = "") => new(date, queue, [], why);

    private static WeekOfQueue Week(string queue, string day) => new(queue, [.. Enumerable.Repeat(OpenSpan.Read(day)!, 7)]);
}
