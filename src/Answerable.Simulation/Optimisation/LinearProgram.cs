namespace Answerable.Simulation.Optimisation;

/// <summary>A variable: its cost per unit, its bounds, and whether it must be a whole number.</summary>
/// <param name="Name">Unique; written to files.</param>
/// <param name="Cost">The cost of one unit.</param>
/// <param name="Lower">The least value; finite.</param>
/// <param name="Upper">The largest value; may be infinite where the cost is not negative.</param>
/// <param name="IsWhole">Whether only whole numbers will do.</param>
public sealed record Variable(string Name, double Cost, double Lower = 0, double Upper = double.PositiveInfinity, bool IsWhole = false);

/// <summary>A row: its terms, and the bounds of their sum. Equal bounds make an equation.</summary>
public sealed record Row(string Name, double Lower, double Upper, IReadOnlyList<(int Variable, double Coefficient)> Terms);

/// <summary>Minimise the cost of the variables, each within its bounds, so that every row's sum is within its own.</summary>
public sealed class LinearProgram
{
    private readonly List<Variable> variables = [];
    private readonly List<Row> rows = [];

    /// <summary>The variables, by number.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>The rows, by number.</summary>
    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Adds a variable and gives its number.</summary>
    /// <exception cref="ArgumentException">
    /// A bound is not usable: the lower one is infinite, above the upper one, or a variable worth having has no upper one.
    /// </exception>
    public int Add(Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (!double.IsFinite(variable.Lower) || !double.IsFinite(variable.Cost) || !(variable.Lower <= variable.Upper))
            throw new ArgumentException($"{variable.Name} needs a finite cost and a finite lower bound not above its upper one.", nameof(variable));
        if (variable.Cost < 0 && double.IsPositiveInfinity(variable.Upper))
            throw new ArgumentException($"{variable.Name} gains without end: give it an upper bound.", nameof(variable));
        variables.Add(variable);
        return variables.Count - 1;
    }

    /// <summary>Adds a row over variables already added.</summary>
    public void Add(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!(row.Lower <= row.Upper) || row.Terms.Any(term => !double.IsFinite(term.Coefficient)))
            throw new ArgumentException($"{row.Name} needs a lower bound not above its upper one, and finite coefficients.", nameof(row));
        rows.Add(row);
    }

    /// <summary>The cost of an assignment.</summary>
    public double Cost(IReadOnlyList<double> values) => variables.Zip(values, (variable, value) => variable.Cost * value).Sum();

    /// <summary>Whether every variable and every row's sum is within its bounds, give or take a millionth.</summary>
    public bool Holds(IReadOnlyList<double> values) =>
        variables.Zip(values, (variable, value) => IsWithin(value, variable.Lower, variable.Upper)).All(within => within)
        && rows.TrueForAll(row => IsWithin(row.Terms.Sum(term => term.Coefficient * values[term.Variable]), row.Lower, row.Upper));

    private static bool IsWithin(double value, double lower, double upper) =>
        Math.Max(lower - value, value - upper) <= 1e-6 * (1 + Math.Abs(value));
}
