using System.Globalization;
using System.Text;

namespace Answerable.Simulation.Optimisation;

/// <summary>Linear programs as text that other solvers read.</summary>
public static class ProgramText
{
    /// <summary>CPLEX LP format, as CBC, GLPK and HiGHS read it.</summary>
    public static string Lp(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var text = new StringBuilder("Minimize\n cost:");
        foreach (var variable in program.Variables.Where(variable => variable.Cost != 0))
            text.Append(Term(variable.Cost, variable.Name));
        if (program.Variables.All(variable => variable.Cost == 0))
            text.Append(" 0 ").Append(program.Variables[0].Name);
        text.Append("\nSubject To\n");
        foreach (var row in program.Rows)
            AppendLpRow(text, program, row);
        text.Append("Bounds\n");
        foreach (var variable in program.Variables)
            text.Append(CultureInfo.InvariantCulture, $" {Number(variable.Lower)} <= {variable.Name} <= {Number(variable.Upper)}\n");
        text.Append("Generals\n");
        foreach (var variable in program.Variables.Where(variable => variable.IsWhole))
            text.Append(' ').Append(variable.Name).Append('\n');
        return text.Append("End\n").ToString();
    }

    /// <summary>A row with two bounds becomes two, for not every reader knows ranges in this format.</summary>
    private static void AppendLpRow(StringBuilder text, LinearProgram program, Row row)
    {
        var sum = string.Concat(row.Terms.Select(term => Term(term.Coefficient, program.Variables[term.Variable].Name)));
        if (row.Lower == row.Upper)
            text.Append(CultureInfo.InvariantCulture, $" {row.Name}:{sum} = {Number(row.Lower)}\n");
        else
        {
            if (double.IsFinite(row.Lower))
                text.Append(CultureInfo.InvariantCulture, $" {row.Name}:{sum} >= {Number(row.Lower)}\n");
            if (double.IsFinite(row.Upper))
                text.Append(CultureInfo.InvariantCulture, $" {row.Name}{(double.IsFinite(row.Lower) ? "_most" : "")}:{sum} <= {Number(row.Upper)}\n");
        }
    }

    private static string Term(double coefficient, string name) =>
        $" {(coefficient < 0 ? "-" : "+")} {Number(Math.Abs(coefficient))} {name}";

    /// <summary>Free MPS format, said to be so in its first line: CBC would guess wrongly from names longer than eight letters.</summary>
    public static string Mps(LinearProgram program, string name)
    {
        ArgumentNullException.ThrowIfNull(program);
        var text = new StringBuilder($"NAME {name} FREE\nROWS\n N cost\n");
        foreach (var row in program.Rows)
            text.Append(CultureInfo.InvariantCulture, $" {Sense(row)} {row.Name}\n");
        AppendColumns(text, program);
        text.Append("RHS\n");
        foreach (var row in program.Rows)
            text.Append(CultureInfo.InvariantCulture, $" rhs {row.Name} {Number(double.IsFinite(row.Lower) ? row.Lower : row.Upper)}\n");
        text.Append("RANGES\n");
        foreach (var row in program.Rows.Where(row => double.IsFinite(row.Lower) && double.IsFinite(row.Upper) && row.Lower < row.Upper))
            text.Append(CultureInfo.InvariantCulture, $" rng {row.Name} {Number(row.Upper - row.Lower)}\n");
        text.Append("BOUNDS\n");
        foreach (var variable in program.Variables)
            AppendMpsBounds(text, variable);
        return text.Append("ENDATA\n").ToString();
    }

    private static char Sense(Row row) => row.Lower == row.Upper ? 'E' : double.IsFinite(row.Lower) ? 'G' : 'L';

    /// <summary>Columns one after another, those that must be whole between markers.</summary>
    private static void AppendColumns(StringBuilder text, LinearProgram program)
    {
        var terms = program.Rows.SelectMany(row => row.Terms.Select(term => (term.Variable, row.Name, term.Coefficient)))
            .ToLookup(term => term.Variable);
        var marked = false;
        text.Append("COLUMNS\n");
        for (var number = 0; number < program.Variables.Count; number++)
        {
            var variable = program.Variables[number];
            if (variable.IsWhole != marked)
                text.Append(CultureInfo.InvariantCulture, $" m{number} 'MARKER' '{((marked = variable.IsWhole) ? "INTORG" : "INTEND")}'\n");
            text.Append(CultureInfo.InvariantCulture, $" {variable.Name} cost {Number(variable.Cost)}\n");
            foreach (var (_, row, coefficient) in terms[number])
                text.Append(CultureInfo.InvariantCulture, $" {variable.Name} {row} {Number(coefficient)}\n");
        }
        if (marked)
            text.Append(" mend 'MARKER' 'INTEND'\n");
    }

    private static void AppendMpsBounds(StringBuilder text, Variable variable)
    {
        text.Append(CultureInfo.InvariantCulture, $" LO bnd {variable.Name} {Number(variable.Lower)}\n");
        text.Append(double.IsFinite(variable.Upper) ? $" UP bnd {variable.Name} {Number(variable.Upper)}\n" : $" PL bnd {variable.Name}\n");
    }

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
