namespace Answerable.Simulation.Optimisation;

/// <summary>How a solution ended.</summary>
public enum SimplexEnd
{
    /// <summary>At the least cost.</summary>
    Optimal,

    /// <summary>No assignment meets every bound.</summary>
    Infeasible,

    /// <summary>Rounding kept it from settling, or from a proof; nothing is known.</summary>
    Unsettled,
}

/// <summary>The dual simplex method with bounds on every variable, on a dense tableau.</summary>
/// <remarks>
/// <para>
/// Sources: C. E. Lemke (1954); A. Koberstein, "The dual simplex method" (2005). A row's sum is a variable of its own. Resting every
/// variable on the bound its cost prefers is already optimal but for feasibility, so no first phase is needed, and
/// a tightened bound (a branch) is repaired in a few pivots from where it stands.
/// </para>
/// <para>
/// Each pivot costs O(rows · columns); the tableau is rebuilt from the program after some hundred pivots, so that rounding
/// does not pile up. Ratios within a billionth count as equal and the largest pivot is taken of them (P. M. J. Harris, 1973). What it ends with is
/// proven from the program's own numbers (<see cref="SimplexProof"/>); where that fails it is rebuilt, then begun afresh. After a long run of pivots
/// without gain the choice falls to the lowest index (R. G. Bland, 1977), which cannot cycle.
/// </para>
/// </remarks>
public sealed class BoundedSimplex
{
    private const double Feasible = 1e-9;
    private const double SmallestPivot = 1e-7;
    private const double Equal = 1e-9;
    private const double Proven = 1e-7;
    private const int RebuildAfter = 400;
    private const int MostRounds = 100;
    private const int MostTries = 3;

    private readonly LinearProgram program;
    private readonly double[] lower;
    private readonly double[] upper;
    private readonly int[] basic;        // the variable of each tableau row
    private readonly int[] resting;      // the variable of each tableau column
    private readonly bool[] atUpper;     // of each variable, while it rests
    private readonly double[][] tableau; // basic = tableau · resting
    private readonly double[] reduced;   // cost of raising each resting variable by one
    private readonly double[] values;    // of every variable, rows' sums included
    private int pivots;
    private int withoutGain;
    private int stuck;

    /// <summary>A program at its start, not yet solved.</summary>
    public BoundedSimplex(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        this.program = program;
        lower = [.. program.Variables.Select(variable => variable.Lower), .. program.Rows.Select(row => row.Lower)];
        upper = [.. program.Variables.Select(variable => variable.Upper), .. program.Rows.Select(row => row.Upper)];
        basic = [.. Enumerable.Range(Columns, program.Rows.Count)];
        resting = [.. Enumerable.Range(0, Columns)];
        atUpper = [.. program.Variables.Select(variable => variable.Cost < 0), .. program.Rows.Select(_ => false)];
        tableau = [.. program.Rows.Select(_ => new double[Columns])];
        reduced = new double[Columns];
        values = new double[lower.Length];
        FillTableau();
        FillValues();
    }

    private BoundedSimplex(BoundedSimplex other)
    {
        program = other.program;
        (lower, upper) = ([.. other.lower], [.. other.upper]);
        (basic, resting, atUpper) = ([.. other.basic], [.. other.resting], [.. other.atUpper]);
        tableau = [.. other.tableau.Select(row => (double[])row.Clone())];
        (reduced, values) = ([.. other.reduced], [.. other.values]);
        (pivots, withoutGain) = (other.pivots, other.withoutGain);
    }

    private int Columns => program.Variables.Count;

    /// <summary>The value of a variable of the program.</summary>
    public double this[int variable] => values[variable];

    /// <summary>The program's variables' values.</summary>
    public IReadOnlyList<double> Values => values[..Columns];

    /// <summary>The cost where it stands; once solved, the least.</summary>
    public double Cost
    {
        get
        {
            double cost = 0;
            for (var variable = 0; variable < Columns; variable++)
                cost += program.Variables[variable].Cost * values[variable];
            return cost;
        }
    }

    /// <summary>A copy that can be tightened and solved by itself.</summary>
    public BoundedSimplex Copy() => new(this);

    /// <summary>Puts a variable within new bounds, to be solved again.</summary>
    public void Bound(int variable, double least, double most)
    {
        (lower[variable], upper[variable]) = (least, most);
        var column = Array.IndexOf(resting, variable);
        if (column < 0)
            return;
        atUpper[variable] = reduced[column] < 0 && double.IsFinite(most);
        Shift(column, RestingValue(variable) - values[variable]);
    }

    /// <summary>Once solved: a cost that no assignment is below, proven from the program's own numbers.</summary>
    public double LowestCost { get; private set; } = double.NegativeInfinity;

    /// <summary>Pivots to the least cost, or to the proof that no assignment meets every bound.</summary>
    public SimplexEnd Solve()
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var end = Pivoted();
            if (end != SimplexEnd.Unsettled && IsTrue(end))
                return end;
            if (tries == 1)
                Rebuild();
            else
                Restart();
        }
        return SimplexEnd.Unsettled;
    }

    private bool IsTrue(SimplexEnd end)
    {
        if (end == SimplexEnd.Infeasible)
            return SimplexProof.IsImpossible(program, StuckRow(), lower, upper);
        LowestCost = SimplexProof.LowestCost(program, Multipliers(), lower, upper);
        return Cost - LowestCost <= Proven * (1 + Math.Abs(Cost)) && IsWithinRows();
    }

    /// <summary>What the cost rises with each row's sum.</summary>
    private double[] Multipliers()
    {
        var multipliers = new double[program.Rows.Count];
        for (var column = 0; column < resting.Length; column++)
            if (resting[column] >= Columns)
                multipliers[resting[column] - Columns] = reduced[column];
        return multipliers;
    }

    /// <summary>The tableau row that no column could bring back, as multipliers of the program's rows.</summary>
    private double[] StuckRow()
    {
        var multipliers = new double[program.Rows.Count];
        if (basic[stuck] >= Columns)
            multipliers[basic[stuck] - Columns] = 1;
        for (var column = 0; column < resting.Length; column++)
            if (resting[column] >= Columns)
                multipliers[resting[column] - Columns] = -tableau[stuck][column];
        return multipliers;
    }

    private bool IsWithinRows()
    {
        foreach (var (row, number) in program.Rows.Select((row, number) => (row, number)))
        {
            double sum = 0;
            foreach (var (variable, coefficient) in row.Terms)
                sum += coefficient * values[variable];
            if (Math.Max(lower[Columns + number] - sum, sum - upper[Columns + number]) > 1e-6 * (1 + Math.Abs(sum)))
                return false;
        }
        return true;
    }

    private SimplexEnd Pivoted()
    {
        withoutGain = 0;
        var most = pivots + MostRounds * values.Length;
        for (var row = Leaving(); row >= 0; row = Leaving())
        {
            var column = Entering(row);
            if (column < 0)
            {
                stuck = row;
                return SimplexEnd.Infeasible;
            }
            if (pivots >= most)
                return SimplexEnd.Unsettled;
            withoutGain = Math.Abs(reduced[column]) > 1e-12 ? 0 : withoutGain + 1;
            Exchange(row, column);
            if (++pivots % RebuildAfter == 0)
                Rebuild();
        }
        return SimplexEnd.Optimal;
    }

    /// <summary>The rows of whole variables that are fractional where it stands.</summary>
    internal IEnumerable<FractionalRow> FractionalRows()
    {
        for (var row = 0; row < basic.Length; row++)
        {
            var value = values[basic[row]];
            if (basic[row] < Columns && program.Variables[basic[row]].IsWhole && Math.Abs(value - Math.Round(value)) > 1e-6)
                yield return new FractionalRow(value, [.. Terms(row)]);
        }
    }

    private IEnumerable<RestingTerm> Terms(int row)
    {
        for (var column = 0; column < resting.Length; column++)
            if (tableau[row][column] != 0 && lower[resting[column]] < upper[resting[column]])
                yield return new RestingTerm(resting[column], tableau[row][column], values[resting[column]], atUpper[resting[column]]);
    }

    /// <summary>Whether a row of the program stands on one of its bounds.</summary>
    internal bool Binds(int row) => Array.IndexOf(resting, Columns + row) >= 0;

    private bool TakesLowest => withoutGain > 2 * values.Length;

    /// <summary>The tableau row furthest outside its bounds; -1 when all are within.</summary>
    private int Leaving()
    {
        var (chosen, furthest) = (-1, 0.0);
        for (var row = 0; row < basic.Length; row++)
        {
            var outside = Outside(basic[row]);
            if (outside <= Feasible * (1 + Math.Abs(values[basic[row]])))
                continue;
            if (TakesLowest ? chosen < 0 || basic[row] < basic[chosen] : outside > furthest)
                (chosen, furthest) = (row, outside);
        }
        return chosen;
    }

    private double Outside(int variable) =>
        Math.Max(lower[variable] - values[variable], values[variable] - upper[variable]);

    /// <summary>The column that can bring the row back at the least cost a unit; among equals the one of the largest pivot. -1 when none
    /// can.</summary>
    private int Entering(int row)
    {
        var direction = values[basic[row]] < lower[basic[row]] ? 1 : -1;
        var least = double.PositiveInfinity;
        for (var column = 0; column < resting.Length; column++)
            if (Pull(row, column, direction) is var pull and > 0)
                least = Math.Min(least, (Math.Abs(reduced[column]) + Equal) / pull);
        var (chosen, size) = (-1, 0.0);
        for (var column = 0; column < resting.Length; column++)
        {
            var pull = Pull(row, column, direction);
            if (pull == 0 || Math.Abs(reduced[column]) / pull > least)
                continue;
            if (TakesLowest ? chosen < 0 || resting[column] < resting[chosen] : pull > size)
                (chosen, size) = (column, pull);
        }
        return chosen;
    }

    /// <summary>How fast a column brings the row back as it leaves its bound; 0 where it cannot.</summary>
    private double Pull(int row, int column, int direction)
    {
        var pull = direction * tableau[row][column];
        return Math.Abs(pull) >= SmallestPivot && CanMove(resting[column], pull > 0) ? Math.Abs(pull) : 0;
    }

    private bool CanMove(int variable, bool up) => lower[variable] < upper[variable] && up != atUpper[variable];

    /// <summary>The row's variable comes to rest on the bound it had passed; the column's takes its place.</summary>
    private void Exchange(int row, int column)
    {
        var leaving = basic[row];
        var target = values[leaving] < lower[leaving] ? lower[leaving] : upper[leaving];
        Shift(column, (target - values[leaving]) / tableau[row][column]);
        values[leaving] = target;
        atUpper[leaving] = target == upper[leaving] && lower[leaving] < upper[leaving];
        Pivot(row, column);
    }

    /// <summary>Moves a resting variable, and every basic one with it.</summary>
    private void Shift(int column, double change)
    {
        if (change == 0)
            return;
        values[resting[column]] += change;
        for (var row = 0; row < basic.Length; row++)
            values[basic[row]] += change * tableau[row][column];
    }

    private void Pivot(int row, int column)
    {
        var pivotRow = tableau[row];
        var inverse = 1 / pivotRow[column];
        for (var j = 0; j < pivotRow.Length; j++)
            pivotRow[j] *= -inverse;
        pivotRow[column] = inverse;
        for (var i = 0; i < tableau.Length; i++)
            if (i != row)
                Substitute(tableau[i], pivotRow, column);
        Substitute(reduced, pivotRow, column);
        (basic[row], resting[column]) = (resting[column], basic[row]);
    }

    /// <summary>Writes a row in terms of the variable that came to rest instead of the one that left it.</summary>
    private static void Substitute(double[] row, double[] pivotRow, int column)
    {
        var factor = row[column];
        if (factor == 0)
            return;
        row[column] = 0;
        for (var j = 0; j < row.Length; j++)
            row[j] += factor * pivotRow[j];
    }

    private double RestingValue(int variable) =>
        atUpper[variable] ? upper[variable] : double.IsFinite(lower[variable]) ? lower[variable] : upper[variable];

    private void FillTableau()
    {
        for (var row = 0; row < tableau.Length; row++)
        {
            Array.Clear(tableau[row]);
            foreach (var (variable, coefficient) in program.Rows[row].Terms)
                tableau[row][variable] += coefficient;
        }
        for (var column = 0; column < Columns; column++)
            reduced[column] = program.Variables[column].Cost;
    }

    private void FillValues()
    {
        foreach (var variable in resting)
            values[variable] = RestingValue(variable);
        for (var row = 0; row < basic.Length; row++)
        {
            double sum = 0;
            for (var column = 0; column < resting.Length; column++)
                sum += tableau[row][column] * values[resting[column]];
            values[basic[row]] = sum;
        }
    }

    /// <summary>The same basis, its tableau computed afresh: each basic variable of the program is pivoted in where its pivot is largest.</summary>
    internal void Rebuild()
    {
        var wanted = basic.ToHashSet();
        FromRows();
        for (var column = 0; column < Columns; column++)
        {
            if (!wanted.Contains(column))
                continue;
            var row = Enumerable.Range(0, basic.Length).Where(row => !wanted.Contains(basic[row]))
                .MaxBy(row => Math.Abs(tableau[row][column]));
            if (Math.Abs(tableau[row][column]) > SmallestPivot)
                Pivot(row, column);
        }
        Settle();
    }

    /// <summary>From the rows' own sums again, as a new program starts.</summary>
    private void Restart()
    {
        FromRows();
        Settle();
    }

    private void FromRows()
    {
        for (var row = 0; row < basic.Length; row++)
            basic[row] = Columns + row;
        for (var column = 0; column < Columns; column++)
            resting[column] = column;
        FillTableau();
    }

    /// <summary>Every resting variable on the bound that its cost prefers, where it has one.</summary>
    private void Settle()
    {
        for (var column = 0; column < resting.Length; column++)
            if (Math.Abs(reduced[column]) > Equal)
                atUpper[resting[column]] = reduced[column] < 0 && double.IsFinite(upper[resting[column]]);
        FillValues();
    }
}
