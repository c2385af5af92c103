using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Planning;

namespace Answerable.Tests.Planning.Forecasts;

public sealed class CountRowsTests
{
    private static string? Refused(string rows, int bin = 30)
    {
        using var text = new StringReader("DateTime,Calls\n" + rows.Replace(' ', '\n'));
        return CountFile.Read(text).Then(read => CountHistory.From(read, bin, CountSeries.London)).Refusals.SingleOrDefault()?.Text;
    }

    [Theory]
    [InlineData("2026-03-02T07:30:00,5 2026-03-02T07:00:00,5",
        "Row 3, column DateTime: 2026-03-02T07:00:00 comes before 2026-03-02T07:30:00 of the row above; the rows must be sorted.")]
    [InlineData("2026-03-02T07:30:00,5 2026-03-02T07:30:00,5", "Row 3, column DateTime: 2026-03-02T07:30:00 occurs twice.")]
    [InlineData("2026-03-02T07:30:00,5 2026-03-02T08:00:00,NaN", "Row 3, column Calls is not a finite number.")]
    [InlineData("2026-03-02T07:30:00,-5", "Row 2, column Calls is negative (-5).")]
    [InlineData("2026-03-02T07:30:00,1e300", "Row 2, column Calls is 1E+300, more than the 1,000,000,000 that one interval may hold.")]
    [InlineData("2026-03-02T07:30:00,many", "Row 2, column Calls: \"many\" is not a number.")]
    [InlineData("2026-02-30T07:30:00,5", "Row 2, column DateTime: \"2026-02-30T07:30:00\" is not a date and time such as 2026-03-02T07:30:00.")]
    [InlineData("2026-03-02T07:30:00,5 2026-03-02T08:00:00Z,5", "Row 3, column DateTime: some rows have an offset from UTC and some have none.")]
    public void A_row_that_cannot_be_used_is_named_with_its_column(string rows, string sentence) => Assert.Equal(sentence, Refused(rows));

    [Theory]
    [InlineData("2026-03-29T01:30:00,5",
        "Row 2, column DateTime: 2026-03-29T01:30:00 does not exist in Europe/London; the clocks go forward over it.")]
    [InlineData("2026-10-25T01:30:00,5 2026-10-25T01:30:00,6 2026-10-25T01:30:00,7",
        "Row 4, column DateTime: 2026-10-25T01:30:00 occurs more than twice on a day the clocks go back.")]
    [InlineData("2026-10-25T01:30:00,5 2026-10-25T02:00:00,6 2026-10-25T01:00:00,7",
        "Row 4, column DateTime: 2026-10-25T01:00:00 comes before 2026-10-25T02:00:00 of the row above; the rows must be sorted.")]
    public void Clock_changes_are_told_apart_from_mistakes(string rows, string sentence) => Assert.Equal(sentence, Refused(rows));

    [Theory]
    [InlineData("01:00:00,6 01:30:00,6 01:00:00,9 01:30:00,9")]
    [InlineData("01:00:00,6 01:00:00,9 01:30:00,6 01:30:00,9")]
    public void The_hour_that_comes_twice_is_read_and_each_row_kept_in_its_order(string rows)
    {
        using var text = new StringReader("DateTime,Calls\n2026-10-25T00:30:00,5\n2026-10-25T"
            + rows.Replace(" ", "\n2026-10-25T", StringComparison.Ordinal) + "\n2026-10-25T02:00:00,7\n");
        var read = CountRows.Check(CountFile.Read(text).Value, CountSeries.London).Value;
        Assert.Equal([5, 6, 6, 9, 9, 7], read.Select(row => row.Calls));
        Assert.Equal([1, 1, 1, 0, 0, 0], read.Select(row => row.Offset!.Value.Seconds / 3600));
    }

    [Fact]
    public void A_file_parted_by_semicolons_is_read_by_its_columns_and_its_first_odd_row_named()
    {
        using var good = new StringReader("\uFEFFDateTime;Calls\r\n2026-06-01 09:00;4\r\n");
        Assert.Equal(4, Assert.Single(CountFile.Read(good).Value).Calls);
        using var odd = new StringReader("\uFEFFDateTime;Calls\r\n01/06/2026 09:00;1.234\r\n");
        Assert.Equal("Row 2, column DateTime: \"01/06/2026 09:00\" is not a date and time such as 2026-03-02T07:30:00.",
            CountFile.Read(odd).Refusals.Single().Text);
    }

    /// <summary>A count can be a mean of several days.</summary>
    [Fact]
    public void A_count_that_is_not_whole_is_taken_as_it_is()
    {
        using var text = new StringReader("DateTime,Calls\n2026-06-13T12:00:00,2.5\n2026-06-13T12:30:00,7\n");
        var history = CountFile.Read(text).Then(read => CountHistory.From(read, 30, CountSeries.London)).Value;
        Assert.Equal([2.5, 7], history.On(new(2026, 6, 13))!);
        Assert.Equal("Row 2, column Calls is negative (-3).", Refused("2026-06-11T10:00:00,-3 2026-06-13T12:00:00,2.5"));
    }

    [Fact]
    public void With_offsets_the_repeated_hour_is_accepted() =>
        Assert.Null(Refused("2026-10-25T00:30:00+01:00,4 2026-10-25T01:30:00+01:00,5 2026-10-25T01:30:00+00:00,6 2026-10-25T02:30:00+00:00,4"));

    [Fact]
    public void Times_with_an_offset_are_counted_at_the_centres_own_local_time()
    {
        using var text = new StringReader("DateTime,Calls\n2026-07-01T07:00:00Z,4\n2026-07-01T08:00:00Z,6\n");
        var history = CountFile.Read(text).Then(read => CountHistory.From(read, 60, CountSeries.London)).Value;
        Assert.Equal(new NodaTime.LocalTime(8, 0), history.Hours.StartOf(0));
        Assert.Equal([4, 6], history.On(new(2026, 7, 1))!);
    }

    [Fact]
    public void No_rows_or_no_column_is_said_so()
    {
        Assert.Equal("There are no rows of DateTime and Calls.", Refused(""));
        using var text = new StringReader("When,Calls\n2026-03-02T07:30:00,5\n");
        Assert.Equal("Row 1 names no column DateTime.", CountFile.Read(text).Refusals.SingleOrDefault()?.Text);
    }

    [Fact]
    public void A_mistyped_century_is_refused_instead_of_filling_a_hundred_years() =>
        Assert.Equal("No weekday has counts on half of its dates from 1926-03-02 to 2026-03-03; is a date mistyped?",
            Refused("1926-03-02T07:30:00,5 2026-03-02T07:30:00,5 2026-03-03T07:30:00,5"));

    [Fact]
    public void A_bin_that_does_not_divide_the_day_is_refused() =>
        Assert.Equal("A bin of 7 minutes does not divide the day.", Refused("2026-03-02T07:30:00,5", bin: 7));
}
