using System.Runtime.CompilerServices;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>Contacts that find every agent busy are turned away: M/M/n/n.</summary>
/// <remarks>
/// Source: A. K. Erlang (1917). The inverse I(k) = 1/B(k) obeys I(0) = 1, I(k) = 1 + (k/A)·I(k-1): no subtraction, no overflow
/// before B itself is below 1e-308. Every term is forgotten by the factor Π k/A, so the recursion need not start at 0:
/// from k₀ = A - √((A-n)⁺² + 83·A) what came before weighs less than 1e-18. Time O(√A) near n = A.
/// </remarks>
public static class ErlangB
{
    /// <summary>P(blocked) for <paramref name="erlangs"/> offered to <paramref name="agents"/>.</summary>
    public static double Blocking(double erlangs, int agents) => 1 / Inverse(erlangs, agents);

    /// <summary>1/B, which is Σ_{j≤n} π_j / π_n; infinite where B is below the least double.</summary>
    /// <param name="erlangs">A, above zero.</param>
    /// <param name="agents">n, at least zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Inverse(double erlangs, int agents)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(erlangs);
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        var excess = Math.Max(0, erlangs - agents);
        var start = (int)Math.Max(0, Math.Min(agents, erlangs - Math.Sqrt(excess * excess + 83 * erlangs) - 1));
        var inverse = start == 0 ? 1 : 1 / (1 - start / erlangs);
        for (var k = start + 1; k <= agents; k++)
            inverse = 1 + k / erlangs * inverse;
        return inverse;
    }

    /// <summary>Σ_{j&lt;n} π_j / π_n = 1/B(n) - 1, without the subtraction.</summary>
    internal static double Below(double erlangs, int agents) => agents / erlangs * Inverse(erlangs, agents - 1);

    /// <summary>The steady state. Occupancy = A·(1-B)/n.</summary>
    public static QueueFigures Figures(Load load, int agents)
    {
        var below = Below(load.Erlangs, agents);
        var blocked = 1 / (1 + below);
        var carried = double.IsInfinity(below) ? 1 : below / (1 + below);
        return new QueueFigures(load.Erlangs, load.Erlangs * carried / agents) { Blocked = blocked };
    }
}
