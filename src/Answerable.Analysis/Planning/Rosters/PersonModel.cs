namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// One person's side of a problem as plain arrays. All costs inside the search are whole thousandths, so that sums are exact
/// and the lower bound is proven without rounding.
/// </summary>
internal sealed class PersonModel
{
    /// <summary>Thousandths in one unit of cost.</summary>
    public const int Scale = 1000;

    /// <summary>A cost no feasible week reaches; two of them still fit an int.</summary>
    public const int Never = 1 << 28;

    public PersonModel(RosterProblem problem, int person, int unit)
    {
        var contract = problem.People[person].Contract;
        (Days, Shifts) = (problem.Days, problem.Shifts.Count);
        MaxUnits = contract.MaxMinutes / unit;
        MinUnits = (contract.MinMinutes + unit - 1) / unit;
        MinRun = Math.Max(1, contract.MinDaysInARow);
        MaxRun = Math.Clamp(contract.MaxDaysInARow, 1, Days);
        MinOff = Math.Clamp(contract.MinDaysOffInARow, 1, Days);
        MaxWeekends = contract.MaxWeekends;
        MaxShifts = [.. contract.MaxShifts];
        OwnCost = Costs(problem, person);
    }

    public int Days { get; }
    public int Shifts { get; }
    public int MaxUnits { get; }
    public int MinUnits { get; }
    public int MinRun { get; }
    public int MaxRun { get; }
    public int MinOff { get; }
    public int MaxWeekends { get; }
    public int[] MaxShifts { get; }

    /// <summary>Cost of day d spent on shift s at [d * (Shifts + 1) + s], of the day off at s = Shifts.</summary>
    public int[] OwnCost { get; }

    private int[] Costs(RosterProblem problem, int person)
    {
        var costs = new int[Days * (Shifts + 1)];
        foreach (var request in problem.Requests.Where(request => request.Person == person))
            for (var choice = 0; choice <= Shifts; choice++)
                if ((choice == request.Shift) != request.Wanted)
                    costs[request.Day * (Shifts + 1) + choice] += request.Weight * Scale;
        for (var shift = 0; shift < Shifts; shift++)
            for (var day = 0; day < Days; day++)
                if (MaxShifts[shift] == 0 || problem.People[person].DaysOff.Contains(day))
                    costs[day * (Shifts + 1) + shift] = Never;
        return costs;
    }
}
