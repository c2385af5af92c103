namespace Answerable.Simulation.Optimisation;

/// <summary>The step in which a whole-number program's cost can change: the greatest common divisor of its costs.</summary>
/// <remarks>With shifts of 8 and 16 paid half-hours no plan costs between 560 and 568, so a bound of 560.1 is one of 568.</remarks>
internal static class ObjectiveStep
{
    private const double Finest = 1e-6;

    /// <summary>The step; 0 where the cost can change by any amount.</summary>
    public static double Of(LinearProgram program)
    {
        long divisor = 0;
        foreach (var variable in program.Variables.Where(variable => variable.Cost != 0))
        {
            var units = Math.Round(variable.Cost / Finest);
            if (!variable.IsWhole || variable.Lower != Math.Floor(variable.Lower) || Math.Abs(units) > 1e15
                || Math.Abs(units * Finest - variable.Cost) > 1e-12 * Math.Abs(variable.Cost))
                return 0;
            divisor = GreatestCommonDivisor(divisor, Math.Abs((long)units));
        }
        return divisor * Finest;
    }

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
