using Answerable.Analysis.Planning.Rosters;

namespace Answerable.Tests.Planning.Rosters;

internal static class RosterInstances
{
    public static RosterProblem Public(int number) =>
        RosterText.Read(File.ReadAllText(PlanningFiles.Path($"vectors/rostering/Instance{number}.txt"))).Value;

    /// <summary>A problem small enough to enumerate, drawn from a seed.</summary>
    public static RosterProblem Small(int seed, int people, int days)
    {
        var chance = new RosterStream(seed, "small", 0);
        var early = new ShiftType("E", 480, []);
        var late = new ShiftType("L", chance.Next(2) == 0 ? 480 : 360, ["E"]);
        var staff = new RosterPerson[people];
        for (var p = 0; p < people; p++)
            staff[p] = new($"P{p}", Contract(ref chance, days), chance.Next(3) == 0 ? [chance.Next(days)] : []);
        var requests = new ShiftRequest[4];
        for (var r = 0; r < requests.Length; r++)
            requests[r] = new(chance.Next(people), chance.Next(days), chance.Next(2), chance.Next(2) == 0, 1 + chance.Next(5));
        var cover = new List<CoverNeed>();
        for (var day = 0; day < days; day++)
            for (var shift = 0; shift < 2; shift++)
                cover.Add(new(day, shift, chance.Next(people + 1), 10 + chance.Next(10), 1 + chance.Next(3)));
        return new(days, [early, late], staff, requests, cover, FirstWeekday: chance.Next(7));
    }

    private static RosterContract Contract(ref RosterStream chance, int days)
    {
        var least = chance.Next(3) * 480;
        return new(
            MinMinutes: least, MaxMinutes: least + 480 + chance.Next(3) * 480, MinDaysInARow: 1 + chance.Next(2),
            MaxDaysInARow: 2 + chance.Next(3), MinDaysOffInARow: 1 + chance.Next(3), MaxWeekends: chance.Next(2),
            MaxShifts: [chance.Next(days), 1 + chance.Next(days)]);
    }

    /// <summary>The least cost of any feasible roster, by trying them all with the independent check; null when there is none.</summary>
    public static long? Enumerated(RosterProblem problem)
    {
        var feasible = problem.People.Select((_, p) => Horizons(problem, p)).ToArray();
        long? best = null;
        foreach (var roster in Products(feasible, []))
        {
            var verdict = RosterCheck.Judge(problem, new(roster));
            if (verdict.Feasible && !(verdict.Cost >= best))
                best = verdict.Cost;
        }
        return best;
    }

    private static List<IReadOnlyList<int>> Horizons(RosterProblem problem, int person)
    {
        var alone = problem with { People = [problem.People[person]], Requests = [], Cover = [] };
        var all = (int)Math.Pow(problem.Shifts.Count + 1, problem.Days);
        return [.. Enumerable.Range(0, all).Select(code => Decoded(code, problem)).Where(days => RosterCheck.Judge(alone, new([days])).Feasible)];
    }

    private static IReadOnlyList<int> Decoded(int code, RosterProblem problem) =>
        [.. Enumerable.Range(0, problem.Days).Select(day => code / (int)Math.Pow(problem.Shifts.Count + 1, day) % (problem.Shifts.Count + 1) - 1)];

    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Products(List<IReadOnlyList<int>>[] choices, IReadOnlyList<IReadOnlyList<int>> chosen) =>
        chosen.Count == choices.Length ? [chosen] : choices[chosen.Count].SelectMany(days => Products(choices, [.. chosen, days]));
}
