using System.Globalization;
using Answerable.Model.Import;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Import;

/// <summary>Values as other systems write them.</summary>
public sealed class WrittenTests
{
    private static readonly string[] DayFirst =
        ["d/M/yyyy H:mm:ss", "dd.MM.yyyy HH:mm:ss", "d-M-yyyy h:mm:ss tt", "dd/MM/yy, HH:mm:ss", "d MMM yyyy HH:mm:ss", "ddd d MMMM yyyy h:mm:sstt"];

    private static readonly string[] MonthFirst = ["M/d/yyyy h:mm:ss tt", "MM/dd/yy HH:mm:ss", "MMM d, yyyy h:mm:ss tt", "M-d-yyyy H:mm:ss"];
    private static readonly string[] Plain =
        ["yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyyMMdd HH:mm:ss", "yyyy.MM.dd H:mm:ss"];

    [Fact]
    public void A_moment_is_read_back_in_every_way_of_writing_it() => Prop.ForAll(
        Gen.Choose(0, 2_000_000_000).ToArbitrary(), seconds =>
        {
            var at = DateTime.UnixEpoch.AddSeconds(seconds);
            return All(DayFirst, DateOrder.DayFirst) && All(MonthFirst, DateOrder.MonthFirst) && All(Plain, DateOrder.Plain)
                && All(Plain, DateOrder.DayFirst);

            bool All(string[] forms, DateOrder order) => forms.All(form =>
                (form.Contains("yyyy", StringComparison.Ordinal) || at.Year is >= 1970 and < 2070)
                && WrittenMoment.Read(at.ToString(form, CultureInfo.InvariantCulture), order)?.Local == at);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("3/13/2026 7:05:09\u202Fp.m.", DateOrder.MonthFirst, "2026-03-13T19:05:09")]
    [InlineData("3/13/2026 12:05 AM", DateOrder.MonthFirst, "2026-03-13T00:05:00")]
    [InlineData("3/13/2026 12:05 PM", DateOrder.MonthFirst, "2026-03-13T12:05:00")]
    [InlineData("2026-03-13 24:00", DateOrder.Plain, "2026-03-14T00:00:00")]
    [InlineData("3/13/2026 10:00", DateOrder.DayFirst, null)]
    [InlineData("13/03/2026 10:00", DateOrder.Plain, null)]
    [InlineData("2026-02-30 10:00", DateOrder.Plain, null)]
    [InlineData("2026-03-13", DateOrder.Plain, null)]
    [InlineData("soon", DateOrder.Plain, null)]
    [InlineData("", DateOrder.Plain, null)]
    public void A_moment_is_read_as_it_is_meant_or_not_at_all(string text, DateOrder order, string? expected) =>
        Assert.Equal(expected, WrittenMoment.Read(text, order)?.Local.ToString("s", CultureInfo.InvariantCulture));

    [Fact]
    public void A_duration_is_read_back_in_every_way_of_writing_it() => Prop.ForAll(Gen.Choose(60, 43_000).ToArbitrary(), seconds =>
    {
        var lasting = TimeSpan.FromSeconds(seconds);
        var (hours, minutes, rest) = ((int)lasting.TotalHours, lasting.Minutes, lasting.Seconds);
        return Reads($"{seconds}", DurationUnit.Seconds) && Reads($"{seconds * 1000L}", DurationUnit.Milliseconds)
            && Reads($"{hours}:{minutes:00}:{rest:00}", DurationUnit.Seconds) && Reads($"{seconds / 60}:{rest:00}", DurationUnit.Seconds)
            && Reads($"{hours}h {minutes}m {rest}s", DurationUnit.Days) && Reads($"PT{hours}H{minutes}M{rest}S", DurationUnit.Minutes)
            && Reads(((decimal)seconds / 86_400).ToString(CultureInfo.InvariantCulture), DurationUnit.Days)
            && Reads(seconds.ToString("#,0", CultureInfo.InvariantCulture), DurationUnit.Seconds)
            && WrittenDuration.Read(((decimal)seconds / 60).ToString(CultureInfo.GetCultureInfo("de-DE")), DurationUnit.Minutes, comma: true)
                .Milliseconds == seconds * 1000L;

        bool Reads(string text, DurationUnit unit) => WrittenDuration.Read(text, unit).Milliseconds == seconds * 1000L;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("62000", DurationUnit.Seconds)]
    [InlineData("0.000717592592592593", DurationUnit.Seconds)]
    [InlineData("62", DurationUnit.Days)]
    [InlineData("0:99", DurationUnit.Seconds)]
    public void What_cannot_be_meant_by_a_unit_is_no_duration_of_it(string text, DurationUnit unit) =>
        Assert.Equal(new WrittenDuration(null, true), WrittenDuration.Read(text, unit));

    /// <summary>A letter waits over the night, and over the week's end.</summary>
    [Theory]
    [InlineData("72000", DurationUnit.Seconds, 72_000)]
    [InlineData("604800", DurationUnit.Seconds, 604_800)]
    [InlineData("1200", DurationUnit.Minutes, 72_000)]
    [InlineData("20", DurationUnit.Hours, 72_000)]
    [InlineData("2.5", DurationUnit.Days, 216_000)]
    [InlineData("72000000", DurationUnit.Milliseconds, 72_000)]
    [InlineData("604801", DurationUnit.Seconds, null)]
    [InlineData("62", DurationUnit.Days, null)]
    public void What_lasts_over_days_is_taken_up_to_a_week(string text, DurationUnit unit, int? seconds)
    {
        Assert.Equal(seconds * 1000L, WrittenDuration.Read(text, unit, overDays: true).Milliseconds);
        Assert.Null(WrittenDuration.Read(text, unit).Milliseconds);
    }

    [Theory]
    [InlineData("12,5", true)]
    [InlineData("1.180,5", true)]
    [InlineData("12.5", false)]
    [InlineData("1,180.5", false)]
    [InlineData("1,180", null)]
    [InlineData("12", null)]
    [InlineData("x", null)]
    public void A_number_says_what_parts_its_decimals_where_it_can_be_read_in_one_way(string text, bool? comma) =>
        Assert.Equal(comma, WrittenNumber.SaysComma(text));
}
