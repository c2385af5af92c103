using Answerable.Simulation.Optimisation;

namespace Answerable.Analysis.Planning.Cover;

/// <summary>A day covered.</summary>
/// <param name="Day">The day.</param>
/// <param name="Cost">What the plan costs.</param>
/// <param name="LowerBound">No plan costs less; equal to the cost where it is proven the least.</param>
/// <param name="RelaxedCost">The least cost if people could be split: the linear program's.</param>
/// <param name="Heads">Heads on each of the day's shifts, in their order.</param>
/// <param name="Nodes">The linear programs solved on the way.</param>
public sealed record CoverPlan(
    CoverDay Day, double Cost, double LowerBound, double RelaxedCost, IReadOnlyList<int> Heads, int Nodes)
{
    /// <summary>Whether no plan can cost less.</summary>
    public bool IsProven => Cost <= LowerBound;

    /// <summary>The shifts worked, with their heads.</summary>
    public IEnumerable<(Shift Shift, int Heads)> Worked => Day.Shifts.Zip(Heads).Where(worked => worked.Second > 0);

    /// <summary>Heads at work in an interval.</summary>
    public int AtWork(int interval) => Worked.Sum(worked => worked.Shift.Covers(interval) ? worked.Heads : 0);
}

/// <summary>Covers days at the least cost.</summary>
public static class Covering
{
    /// <summary>Cells of linear programs to work through by default: some seconds.</summary>
    private const double Work = 2e9;

    /// <summary>
    /// The least-cost plan, or the best one found where the search was cancelled or its nodes ran out; no plan where the search
    /// found none, and then <c>IsImpossible</c> says whether it is proven that there is none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The day has <see cref="CoverDay.Faults"/>.</exception>
    public static (CoverPlan? Plan, bool IsImpossible) Cover(CoverDay day, CancellationToken cancellation = default) =>
        Cover(day, Work, cancellation);

    /// <summary>As above with less work, for a page that answers at once: the nodes it may open are <paramref name="work"/> by ten times its
    /// cells.</summary>
    public static (CoverPlan? Plan, bool IsImpossible) Cover(CoverDay day, double work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(day);
        var program = day.Program();
        var cells = (double)program.Variables.Count * Math.Max(1, program.Rows.Count);
        var solution = BranchAndBound.Solve(program, (int)Math.Clamp(work / (cells * 10), 50, 200_000), cancellation);
        if (solution.Values is null)
            return (null, solution.IsInfeasible);
        int[] heads = [.. solution.Values.Take(day.Shifts.Count).Select(value => (int)value)];
        return (new CoverPlan(day, solution.Cost, solution.Bound, solution.RelaxedCost, heads, solution.Nodes), false);
    }
}
