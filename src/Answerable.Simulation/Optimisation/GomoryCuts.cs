namespace Answerable.Simulation.Optimisation;

/// <summary>Rows that no whole-number plan breaks but the relaxed optimum does.</summary>
/// <remarks>
/// Source: R. E. Gomory (1960), the mixed-integer cut. A tableau row x + Σ a·s = b, with s the distances of the resting variables
/// from their bounds and x whole, gives Σ γ·s ≥ 1, where for fractions f of a and f₀ of b: γ = f/f₀ or (1-f)/(1-f₀), whichever
/// is less, if s is whole, and a/f₀ or -a/(1-f₀) if it is not. Sums of rows are then written out in the program's variables.
/// </remarks>
internal static class GomoryCuts
{
    private const int Rounds = 20;
    private const int CutsARound = 20;
    private const double LeastFraction = 0.02;
    private const double Slack = 1e-7;
    private const double WidestRange = 1e5;

    /// <summary>The program with cuts added while they raise its relaxed cost; those that no longer bind are dropped on the way.</summary>
    public static LinearProgram Tightened(LinearProgram program)
    {
        var (tight, cost, candidate) = (program, double.NegativeInfinity, program);
        for (var round = 0; round <= Rounds; round++)
        {
            var simplex = new BoundedSimplex(candidate);
            if (simplex.Solve() != SimplexEnd.Optimal || simplex.Cost < cost + 1e-6 * Math.Max(1, Math.Abs(cost)))
                break;
            (tight, cost) = (candidate, simplex.Cost);
            simplex.Rebuild();
            var cuts = Cuts(candidate, simplex);
            if (cuts.Count == 0)
                break;
            var binding = candidate.Rows.Where((_, number) => number >= program.Rows.Count && simplex.Binds(number));
            candidate = With(program, binding.Concat(cuts));
        }
        return tight;
    }

    /// <summary>Cuts from the rows nearest to one half, where they are deepest.</summary>
    private static List<Row> Cuts(LinearProgram program, BoundedSimplex simplex) =>
    [
        .. simplex.FractionalRows().OrderBy(row => Math.Abs(row.Value - Math.Floor(row.Value) - 0.5)).Take(CutsARound)
            .Select(row => Cut(program, row)).OfType<Row>(),
    ];

    private static LinearProgram With(LinearProgram program, IEnumerable<Row> cuts)
    {
        var tightened = new LinearProgram();
        foreach (var variable in program.Variables)
            tightened.Add(variable);
        foreach (var row in program.Rows)
            tightened.Add(row);
        foreach (var (number, cut) in cuts.Index())
            tightened.Add(cut with { Name = $"cut{number}" });
        return tightened;
    }

    private static Row? Cut(LinearProgram program, FractionalRow row)
    {
        var fraction = row.Value - Math.Floor(row.Value);
        if (fraction < LeastFraction || fraction > 1 - LeastFraction)
            return null;
        var coefficients = new double[program.Variables.Count];
        double least = 1 - Slack;
        foreach (var term in row.Terms)
        {
            var weight = Weight(term.AtUpper ? term.Coefficient : -term.Coefficient, fraction, IsWhole(program, term));
            var signed = term.AtUpper ? -weight : weight;
            least += signed * term.Bound;
            AddTerm(program, coefficients, term.Variable, signed);
        }
        return Sound(coefficients, least);
    }

    private static double Weight(double coefficient, double fraction, bool isWhole)
    {
        if (!isWhole)
            return coefficient > 0 ? coefficient / fraction : -coefficient / (1 - fraction);
        var part = coefficient - Math.Floor(coefficient);
        return part < 1e-9 || part > 1 - 1e-9 ? 0 : Math.Min(part / fraction, (1 - part) / (1 - fraction));
    }

    /// <summary>Whether a resting variable's distance from its bound is always whole; a row's sum is, if all in it is.</summary>
    private static bool IsWhole(LinearProgram program, RestingTerm term)
    {
        if (term.Bound != Math.Floor(term.Bound))
            return false;
        return term.Variable < program.Variables.Count
            ? program.Variables[term.Variable].IsWhole
            : program.Rows[term.Variable - program.Variables.Count].Terms.All(
                part => program.Variables[part.Variable].IsWhole && part.Coefficient == Math.Floor(part.Coefficient));
    }

    private static void AddTerm(LinearProgram program, double[] coefficients, int variable, double weight)
    {
        if (variable < coefficients.Length)
            coefficients[variable] += weight;
        else
            foreach (var (part, coefficient) in program.Rows[variable - coefficients.Length].Terms)
                coefficients[part] += weight * coefficient;
    }

    /// <summary>The cut as a row, unless its numbers differ so much in size that rounding could make it false.</summary>
    private static Row? Sound(double[] coefficients, double least)
    {
        var largest = coefficients.Max(Math.Abs);
        List<(int, double)> terms = [];
        for (var variable = 0; variable < coefficients.Length; variable++)
            if (Math.Abs(coefficients[variable]) > 1e-11 * largest)
                terms.Add((variable, coefficients[variable]));
        var smallest = terms.Count == 0 ? 0 : terms.Min(term => Math.Abs(term.Item2));
        return smallest == 0 || largest / smallest > WidestRange ? null : new Row("cut", least, double.PositiveInfinity, terms);
    }
}
