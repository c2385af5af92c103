using Answerable.Analysis.Planning.Rosters;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Planning.Rosters;

internal static class RosterInstances
{
    public static RosterProblem Public(int number) =>
        RosterText.Read(File.ReadAllText(SharedFile.PathOf($"vectors/rostering/Instance{number}.txt"))).Value;

    /// <summary>A problem small enough to enumerate, drawn from a seed.</summary>
    public static RosterProblem Small(int seed, int people, int days)
    {
        var chance = new StreamSource(seed).Stream("small", 0);
        var early = new ShiftType("E", 480, []);
        var late = new ShiftType("L", chance.Below(2) == 0 ? 480 : 360, ["E"]);
        var staff = new RosterPerson[people];
        for (var p = 0; p < people; p++)
            staff[p] = new($"P{p}", Contract(chance, days), chance.Below(3) == 0 ? [chance.Below(days)] : []);
        var requests = new ShiftRequest[4];
        for (var r = 0; r < requests.Length; r++)
            requests[r] = new(chance.Below(people), chance.Below(days), chance.Below(2), chance.Below(2) == 0, 1 + chance.Below(5));
        var cover = new List<CoverNeed>();
        for (var day = 0; day < days; day++)
            for (var shift = 0; shift < 2; shift++)
                cover.Add(new(day, shift, chance.Below(people + 1), 10 + chance.Below(10), 1 + chance.Below(3)));
        return new(days, [early, late], staff, requests, cover, FirstWeekday: chance.Below(7));
    }

    private static RosterContract Contract(RandomStream chance, int days)
    {
        var least = chance.Below(3) * 480;
        return new(
            MinMinutes: least, MaxMinutes: least + 480 + chance.Below(3) * 480, MinDaysInARow: 1 + chance.Below(2),
            MaxDaysInARow: 2 + chance.Below(3), MinDaysOffInARow: 1 + chance.Below(3), MaxWeekends: chance.Below(2),
            MaxShifts: [chance.Below(days), 1 + chance.Below(days)]);
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

    private static IEnumerable<IReadOnlyList<IReadOnlyList<int>>> Products(
        List<IReadOnlyList<int>>[] choices, IReadOnlyList<IReadOnlyList<int>> chosen) =>
        chosen.Count == choices.Length ? [chosen] : choices[chosen.Count].SelectMany(days => Products(choices, [.. chosen, days]));
}
