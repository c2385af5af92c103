using Answerable.Analysis.Planning.Forecasts;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class BankHolidaysTests
{
    private static readonly LocalDate Now = new(2026, 1, 1);

    private static bool Closed(HolidayPart part, int month, int day, int year = 2026) =>
        BankHolidays.Calendar(BankHolidays.Shipped, part, Now).On(new(year, month, day)) is { Closed: true };

    [Fact]
    public void Each_part_has_holidays_of_its_own()
    {
        Assert.True(Closed(HolidayPart.EnglandAndWales, 4, 6) && Closed(HolidayPart.NorthernIreland, 4, 6) && !Closed(HolidayPart.Scotland, 4, 6));
        Assert.True(Closed(HolidayPart.Scotland, 6, 15) && !Closed(HolidayPart.EnglandAndWales, 6, 15)
            && !Closed(HolidayPart.NorthernIreland, 6, 15));
        Assert.True(Closed(HolidayPart.NorthernIreland, 7, 13) && !Closed(HolidayPart.Scotland, 7, 13));
        Assert.True(Closed(HolidayPart.Scotland, 8, 3) && Closed(HolidayPart.EnglandAndWales, 8, 31));
        Assert.True(Closed(HolidayPart.EnglandAndWales, 12, 28) && Closed(HolidayPart.EnglandAndWales, 12, 27, 2027));
    }

    [Fact]
    public void Every_row_names_its_source_and_says_whether_it_was_verified()
    {
        Assert.All(BankHolidays.Shipped, holiday => Assert.NotEmpty(holiday.Source));
        Assert.Contains(BankHolidays.Shipped, holiday => holiday.Verified);
        Assert.Contains(BankHolidays.Shipped, holiday => !holiday.Verified);
        Assert.All(BankHolidays.Shipped, holiday => Assert.True(holiday.Date.DayOfWeek < IsoDayOfWeek.Saturday, $"{holiday.Date} {holiday.Name}"));
        Assert.Equal(BankHolidays.Shipped.Count, BankHolidays.Shipped.Select(holiday => (holiday.Date, holiday.Part)).Distinct().Count());
    }

    [Fact]
    public void A_holiday_proclaimed_later_is_not_known_to_an_older_forecast()
    {
        var late = BankHolidays.Read(
            "date,part,name,source,mark,known_from,known_to\n2026-06-15,scotland,One-off,proclamation,verified,2026-02-01,\n").Value;
        Assert.Null(BankHolidays.Calendar(late, HolidayPart.Scotland, new(2026, 1, 31)).On(new(2026, 6, 15)));
        Assert.NotNull(BankHolidays.Calendar(late, HolidayPart.Scotland, new(2026, 2, 1)).On(new(2026, 6, 15)));
    }

    [Theory]
    [InlineData("15 June,scotland,x,y,verified,,", "Row 2, column date cannot be read.")]
    [InlineData("2026-06-15,wales,x,y,verified,,", "Row 2, column part cannot be read.")]
    [InlineData("2026-06-15,scotland,x,y,maybe,,", "Row 2, column mark cannot be read.")]
    public void A_row_that_cannot_be_read_is_named(string row, string sentence) =>
        Assert.Equal(sentence, BankHolidays.Read("date,part,name,source,mark,known_from,known_to\n" + row).Refusals.SingleOrDefault()?.Text);
}
