namespace Answerable.Analysis.Rehearsal;

/// <summary>How many of a group are on duty: a number that changes at given times and starts over after a cycle.</summary>
public sealed class StaffPlan
{
    private StaffPlan(double[] times, int[] counts, double cycle) => (Times, Counts, Cycle) = (times, counts, cycle);

    /// <summary>Seconds from the start of the cycle at which the number changes; the first is 0.</summary>
    public IReadOnlyList<double> Times { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Seconds after which the plan starts over; infinite when it never does.</summary>
    public double Cycle { get; }

    public int Most => Counts.Max();

    public static StaffPlan Constant(int agents) => new([0], [agents], double.PositiveInfinity);

    /// <summary>One number for each interval, starting over after the last.</summary>
    public static StaffPlan EachInterval(IReadOnlyList<int> agents, double minutes) =>
        Over(agents.Select((count, i) => (i * minutes * 60, count)), agents.Count * minutes * 60);

    /// <summary>Shifts with their breaks, repeating by the day or, when any names its days, by the week.</summary>
    /// <param name="startsAt">The time of day, in seconds after midnight, at which the scenario starts.</param>
    public static StaffPlan OfShifts(IEnumerable<Shift> shifts, double startsAt = 0)
    {
        var all = shifts.ToArray();
        var cycle = all.Any(shift => shift.Days is not null) ? 7 * Shift.Day : Shift.Day;
        var steps = new SortedDictionary<double, int> { [0] = 0 };
        foreach (var (from, length, agents) in all.SelectMany(shift => shift.Spells(cycle)))
            Add(steps, ((from - startsAt) % cycle + cycle) % cycle, length, agents, cycle);
        var level = 0;
        return Over(steps.Select(step => (step.Key, level += step.Value)).ToArray(), cycle);
    }

    /// <summary>When the number on duty next changes after <paramref name="time"/>, and to what; infinite when never.</summary>
    internal (double Time, int Agents) Change(long number) =>
        double.IsFinite(Cycle) || number < Times.Count
            ? (Times[(int)(number % Times.Count)] + (number / Times.Count == 0 ? 0 : number / Times.Count * Cycle),
                Counts[(int)(number % Times.Count)])
            : (double.PositiveInfinity, 0);

    private static StaffPlan Over(IEnumerable<(double Time, int Agents)> steps, double cycle)
    {
        var kept = new List<(double Time, int Agents)>();
        foreach (var step in steps)
            if (kept.Count == 0 || kept[^1].Agents != step.Agents)
                kept.Add(step);
        return new StaffPlan([.. kept.Select(step => step.Time)], [.. kept.Select(step => step.Agents)],
            kept.Count == 1 ? double.PositiveInfinity : cycle);
    }

    // A spell past the cycle's end goes on at its beginning.
    private static void Add(SortedDictionary<double, int> steps, double from, double length, int agents, double cycle)
    {
        var to = from + length;
        steps[from] = steps.GetValueOrDefault(from) + agents;
        if (to < cycle)
            steps[to] = steps.GetValueOrDefault(to) - agents;
        else if (to > cycle)
        {
            steps[0] = steps.GetValueOrDefault(0) + agents;
            steps[to - cycle] = steps.GetValueOrDefault(to - cycle) - agents;
        }
    }
}

/// <summary>So many people from one time of day to another, less their breaks; past midnight when it ends before it starts.</summary>
/// <param name="From">Seconds after midnight.</param>
/// <param name="To">Seconds after midnight.</param>
/// <param name="Breaks">From and to, in seconds after midnight, within the shift.</param>
/// <param name="Days">Days of the week, 0 the day the scenario starts; every day when nothing.</param>
public sealed record Shift(double From, double To, int Agents, IReadOnlyList<(double From, double To)> Breaks, IReadOnlyList<int>? Days = null)
{
    internal const double Day = 86_400;

    /// <summary>Length in seconds.</summary>
    public double Length => Until(From, To);

    /// <summary>True when a spell lies within the shift.</summary>
    public bool Contains(double from, double to) =>
        (from == From ? 0 : Until(From, from)) + Until(from, to) <= Length;

    internal IEnumerable<(double From, double Length, int Agents)> Spells(double cycle)
    {
        foreach (var day in Days ?? [.. Enumerable.Range(0, (int)(cycle / Day))])
        {
            yield return (day * Day + From, Length, Agents);
            foreach (var (from, to) in Breaks)
                yield return (day * Day + From + (from == From ? 0 : Until(From, from)), Until(from, to), -Agents);
        }
    }

    private static double Until(double from, double to) => to > from ? to - from : to - from + Day;
}
