using Answerable.Analysis.Planning.Rosters;

namespace Answerable.Tests.Planning.Rosters;

public sealed class RosterTextTests
{
    private static string Instance(
        string shift = "L,480,E", string staff = "A,E=14|L=5,4320,3360,5,2,2,1", string cover = "0,E,3,100,1", string last = "") => $"""
        SECTION_HORIZON
        14
        SECTION_SHIFTS
        E,480,
        {shift}
        SECTION_STAFF
        {staff}
        SECTION_DAYS_OFF
        A,0,13
        SECTION_SHIFT_ON_REQUESTS
        A,2,E,2
        SECTION_COVER
        {cover}
        {last}
        """;

    [Fact]
    public void More_minutes_at_least_than_at_most_are_refused_with_their_line() => Assert.Equal(
        "Line 8, MinTotalMinutes 2400 is above MaxTotalMinutes 480.",
        RosterText.Read("""
            SECTION_HORIZON
            7

            SECTION_SHIFTS
            E,480,

            SECTION_STAFF
            A,E=7,480,2400,7,1,1,7

            SECTION_DAYS_OFF

            SECTION_COVER
            0,E,1,100,1
            """).Refusals.Single().Text);

    [Fact]
    public void An_instance_is_read_as_it_is_written()
    {
        var problem = RosterText.Read(Instance()).Value;
        Assert.Equal(14, problem.Days);
        Assert.Equal(["E"], problem.Shifts[1].NotFollowedBy);
        Assert.Equal(new[] { 14, 5 }, problem.People[0].Contract.MaxShifts);
        Assert.Equal((3360, 4320, 2, 5, 2, 1), (problem.People[0].Contract.MinMinutes, problem.People[0].Contract.MaxMinutes,
            problem.People[0].Contract.MinDaysInARow, problem.People[0].Contract.MaxDaysInARow, problem.People[0].Contract.MinDaysOffInARow,
                problem.People[0].Contract.MaxWeekends));
        Assert.Equal([0, 13], problem.People[0].DaysOff);
        Assert.Equal(new ShiftRequest(0, 2, 0, true, 2), Assert.Single(problem.Requests));
        Assert.Equal(new CoverNeed(0, 0, 3, 100, 1), Assert.Single(problem.Cover));
    }

    [Fact]
    public void A_file_cut_short_is_not_taken_for_a_centre_that_needs_nobody() =>
        Assert.Equal("SECTION_COVER asks for nobody; is the file cut short?", RosterText.Read(Instance(cover: "")).Refusals.Single().Text);

    [Theory]
    [InlineData("L,many,E", "Line 5, length in minutes is \"many\", not a whole number from 1 to 1440.")]
    [InlineData("E,480,", "Line 5, ShiftID \"E\" occurs twice.")]
    [InlineData("L,480,N", "Shift L names \"N\" as not to follow it, which is not a shift.")]
    public void A_wrong_shift_is_named_by_line_and_field(string shift, string sentence) =>
        Assert.Equal(sentence, RosterText.Read(Instance(shift: shift)).Refusals.SingleOrDefault()?.Text);

    [Theory]
    [InlineData("A,E=14|N=5,4320,3360,5,2,2,1", "Line 7, MaxShifts shift \"N\" is not known.")]
    [InlineData("A,E=14,4320,-1,5,2,2,1", "Line 7, MinTotalMinutes is \"-1\", not a whole number of at least 0.")]
    [InlineData("A,E=14,4320,5000,5,2,2,1", "Line 7, MinTotalMinutes 5000 is above MaxTotalMinutes 4320.")]
    [InlineData("A,E=14,4320,3360,5,2,2", "Line 7, MaxWeekends is missing.")]
    public void A_wrong_contract_is_named_by_line_and_field(string staff, string sentence) =>
        Assert.Equal(sentence, RosterText.Read(Instance(staff: staff)).Refusals.SingleOrDefault()?.Text);

    [Theory]
    [InlineData("14,E,3,100,1", "", "Line 13, Day is \"14\", not a whole number from 0 to 13.")]
    [InlineData("0,E,3,NaN,1", "", "Line 13, weight for under is \"NaN\", not a whole number from 0 to 10000.")]
    [InlineData("0,E,3,100,1", "0,E,2,100,1", "Line 14, Day and ShiftID have their cover given twice.")]
    [InlineData("0,E,3,100,1", "SECTION_PAY\nA,1", "Line 15, section \"SECTION_PAY\" is not known.")]
    public void Wrong_cover_is_named_by_line_and_field(string cover, string last, string sentence) =>
        Assert.Equal(sentence, RosterText.Read(Instance(cover: cover, last: last)).Refusals.SingleOrDefault()?.Text);

    [Fact]
    public void An_empty_file_says_what_is_missing() =>
        Assert.Equal("SECTION_HORIZON gives no number of days.", RosterText.Read("").Refusals.SingleOrDefault()?.Text);

    [Fact]
    public void Rest_forbids_an_early_shift_after_a_late_one_but_not_the_reverse()
    {
        var shifts = RestRule.Successions([new("Early", 6 * 60, 480), new("Late", 14 * 60, 480), new("Night", 22 * 60, 480)]);
        Assert.Equal([], shifts[0].NotFollowedBy);
        Assert.Equal(["Early"], shifts[1].NotFollowedBy);
        Assert.Equal(["Early", "Late"], shifts[2].NotFollowedBy);
    }
}
