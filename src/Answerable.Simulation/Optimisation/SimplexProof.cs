namespace Answerable.Simulation.Optimisation;

/// <summary>
/// What a simplex tableau claims, held against the program's own numbers. A tableau gathers rounding with every pivot, and a pivot on what is
/// only rounding spoils it; a claim that holds here is true whatever the tableau went through.
/// </summary>
/// <remarks>
/// Source: A. Neumaier, O. Shcherbina, "Safe bounds in linear and mixed-integer linear programming" (2004). Whatever multipliers y the rows
/// are given, c·x = Σ y·(row sum) + Σ (c - yA)·x, and the least that each term can be within its bounds adds up to a lower bound. Multipliers
/// under which a sum that is always zero cannot be zero prove that nothing is within all bounds (Farkas). O(entries).
/// </remarks>
internal static class SimplexProof
{
    private const double Tiny = 1e-8;

    /// <summary>More than any variable without a bound of its own is taken to be, against multipliers that are off by rounding.</summary>
    private const double Widest = 1e5;

    /// <summary>A cost that nothing within the bounds is below; minus infinity where the multipliers prove nothing.</summary>
    /// <param name="multipliers">One a row; what the cost rises with the row's sum.</param>
    public static double LowestCost(LinearProgram program, double[] multipliers, double[] lower, double[] upper)
    {
        double[] reduced = [.. program.Variables.Select(variable => variable.Cost)];
        double lowest = 0;
        for (var row = 0; row < multipliers.Length; row++)
        {
            var at = multipliers[row] > 0 ? lower[reduced.Length + row] : upper[reduced.Length + row];
            if (multipliers[row] == 0 || !double.IsFinite(at))
                continue;
            lowest += multipliers[row] * at;
            foreach (var (variable, coefficient) in program.Rows[row].Terms)
                reduced[variable] -= multipliers[row] * coefficient;
        }
        for (var variable = 0; variable < reduced.Length; variable++)
            lowest += Least(reduced[variable], lower[variable], upper[variable]);
        return lowest;
    }

    /// <summary>Whether no assignment is within every bound: the multipliers' sum of (row sum - what it is made of), which is zero, cannot
    /// be.</summary>
    public static bool IsImpossible(LinearProgram program, double[] multipliers, double[] lower, double[] upper)
    {
        var parts = new double[program.Variables.Count];
        double least = 0, most = 0, size = 1;
        for (var row = 0; row < multipliers.Length; row++)
        {
            if (multipliers[row] == 0)
                continue;
            foreach (var (variable, coefficient) in program.Rows[row].Terms)
                parts[variable] -= multipliers[row] * coefficient;
            Add(multipliers[row], parts.Length + row);
        }
        for (var variable = 0; variable < parts.Length; variable++)
            Add(parts[variable], variable);
        return least > Tiny * size || most < -Tiny * size;

        void Add(double weight, int variable)
        {
            var (low, high) = (Least(weight, lower[variable], upper[variable]), -Least(-weight, lower[variable], upper[variable]));
            (least, most) = (least + low, most + high);
            size = Math.Max(size, Math.Max(double.IsFinite(low) ? Math.Abs(low) : 0, double.IsFinite(high) ? Math.Abs(high) : 0));
        }
    }

    private static double Least(double weight, double lower, double upper)
    {
        var at = weight > 0 ? lower : upper;
        return weight == 0 ? 0
            : double.IsFinite(at) ? weight * at
            : Math.Abs(weight) <= Tiny ? -Math.Abs(weight) * Widest
            : double.NegativeInfinity;
    }
}
