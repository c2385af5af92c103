namespace Answerable.Analysis.Planning.Rosters;

/// <summary>A kind of shift: its length in paid minutes and the kinds that may not be worked on the next day.</summary>
public sealed record ShiftType(string Id, int Minutes, IReadOnlyList<string> NotFollowedBy);

/// <summary>
/// What a person's contract allows over the whole horizon: minutes, days in a row, days off in a row, weekends, and how many
/// shifts of each type (in the order of the problem's shift types).
/// </summary>
public sealed record RosterContract(
    int MinMinutes, int MaxMinutes, int MinDaysInARow, int MaxDaysInARow, int MinDaysOffInARow, int MaxWeekends,
    IReadOnlyList<int> MaxShifts);

/// <summary>A named person with a contract and the days (0 = first day) on which they may not work.</summary>
public sealed record RosterPerson(string Id, RosterContract Contract, IReadOnlyList<int> DaysOff);

/// <summary>A wish to work (<see cref="Wanted"/>) or not to work a shift on a day; not met, it costs <see cref="Weight"/>.</summary>
public sealed record ShiftRequest(int Person, int Day, int Shift, bool Wanted, int Weight);

/// <summary>How many people a shift needs on a day, and the cost of each person short and each person too many.</summary>
public sealed record CoverNeed(int Day, int Shift, int People, int UnderCost, int OverCost);

/// <summary>
/// Weeks for named people. Days count from 0; <see cref="FirstWeekday"/> is 0 for Monday. Contracts, days off and successions
/// are hard; requests and cover cost. Before the horizon everyone is taken to have been both long off and long at work for the
/// <em>least</em> runs, and off for the <em>most</em> run, as the public benchmark instances define it.
/// </summary>
public sealed record RosterProblem(
    int Days, IReadOnlyList<ShiftType> Shifts, IReadOnlyList<RosterPerson> People,
    IReadOnlyList<ShiftRequest> Requests, IReadOnlyList<CoverNeed> Cover, int FirstWeekday = 0)
{
    /// <summary>The Saturday-and-Sunday pair a day belongs to, or -1 on a weekday.</summary>
    public int WeekendOf(int day) => (day + FirstWeekday) % 7 is 5 or 6 ? (day + FirstWeekday) / 7 : -1;
}

/// <summary>Who works what: for each person and day the index of the shift type, or <see cref="Off"/>.</summary>
public sealed record Roster(IReadOnlyList<IReadOnlyList<int>> Assigned)
{
    /// <summary>The mark of a day off.</summary>
    public const int Off = -1;
}
