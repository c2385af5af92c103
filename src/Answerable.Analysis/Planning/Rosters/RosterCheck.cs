using Answerable.Model;
namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// Judges a finished roster from the problem's own words. It shares no code with the search, so that what a roster costs and
/// whether it may be called feasible never rests on the search's arithmetic. O(people x days).
/// </summary>
public static class RosterCheck
{
    /// <summary>The roster's cost and the hard rules it breaks.</summary>
    public static RosterVerdict Judge(RosterProblem problem, Roster roster)
    {
        var breaches = new List<string>();
        for (var person = 0; person < problem.People.Count; person++)
            breaches.AddRange(Breaches(problem, problem.People[person], roster.Assigned[person]));
        var (under, over) = CoverCost(problem, roster);
        return new(RequestCost(problem, roster), under, over, breaches);
    }

    private static long RequestCost(RosterProblem problem, Roster roster) => problem.Requests
        .Where(request => (roster.Assigned[request.Person][request.Day] == request.Shift) != request.Wanted)
        .Sum(request => (long)request.Weight);

    private static (long Under, long Over) CoverCost(RosterProblem problem, Roster roster)
    {
        var (under, over) = (0L, 0L);
        foreach (var need in problem.Cover)
        {
            var present = roster.Assigned.Count(days => days[need.Day] == need.Shift);
            under += (long)Math.Max(0, need.People - present) * need.UnderCost;
            over += (long)Math.Max(0, present - need.People) * need.OverCost;
        }
        return (under, over);
    }

    private static IEnumerable<string> Breaches(RosterProblem problem, RosterPerson person, IReadOnlyList<int> days)
    {
        foreach (var day in person.DaysOff.Where(day => days[day] != Roster.Off))
            yield return $"{person.Id} works on day {day}, a day off.";
        for (var day = 1; day < days.Count; day++)
            if (days[day - 1] != Roster.Off && days[day] != Roster.Off
                && problem.Shifts[days[day - 1]].NotFollowedBy.Contains(problem.Shifts[days[day]].Id))
                yield return $"{person.Id} works {problem.Shifts[days[day]].Id} on day {day} after {problem.Shifts[days[day - 1]].Id}.";
        foreach (var sentence in Totals(problem, person, days).Concat(Runs(person, days)))
            yield return sentence;
    }

    private static IEnumerable<string> Totals(RosterProblem problem, RosterPerson person, IReadOnlyList<int> days)
    {
        var minutes = days.Where(shift => shift != Roster.Off).Sum(shift => problem.Shifts[shift].Minutes);
        if (minutes < person.Contract.MinMinutes || minutes > person.Contract.MaxMinutes)
            yield return $"{person.Id} works {Counted.Of(minutes, "minute")}, not {person.Contract.MinMinutes} to {person.Contract.MaxMinutes}.";
        for (var shift = 0; shift < problem.Shifts.Count; shift++)
            if (days.Count(worked => worked == shift) > person.Contract.MaxShifts[shift])
                yield return $"{person.Id} works {problem.Shifts[shift].Id} more than {Counted.Of(person.Contract.MaxShifts[shift], "time")}.";
        var weekends = Enumerable.Range(0, days.Count).Where(day => days[day] != Roster.Off)
            .Select(problem.WeekendOf).Where(weekend => weekend >= 0).Distinct().Count();
        if (weekends > person.Contract.MaxWeekends)
            yield return $"{person.Id} works {Counted.Of(weekends, "weekend")}, more than {person.Contract.MaxWeekends}.";
    }

    /// <summary>Runs at either end of the horizon may go on beyond it, so they cannot be too short; they can be too long.</summary>
    private static IEnumerable<string> Runs(RosterPerson person, IReadOnlyList<int> days)
    {
        for (int from = 0, to; from < days.Count; from = to)
        {
            var works = days[from] != Roster.Off;
            for (to = from; to < days.Count && (days[to] != Roster.Off) == works; to++) { }
            var inside = from > 0 && to < days.Count;
            if (works && to - from > person.Contract.MaxDaysInARow)
                yield return $"{person.Id} works {Counted.Of(to - from, "day")} in a row from day {from}.";
            if (works && inside && to - from < person.Contract.MinDaysInARow)
                yield return $"{person.Id} works only {Counted.Of(to - from, "day")} in a row from day {from}.";
            if (!works && inside && to - from < person.Contract.MinDaysOffInARow)
                yield return $"{person.Id} has only {Counted.Of(to - from, "day")} off in a row from day {from}.";
        }
    }
}
