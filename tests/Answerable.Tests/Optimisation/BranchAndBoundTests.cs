using Answerable.Simulation.Optimisation;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Optimisation;

public sealed class BranchAndBoundTests
{
    private const int Variables = 4;
    private const int Most = 4;

    private static readonly Gen<LinearProgram> Programs =
        from costs in Gen.Choose(-9, 9).ListOf(Variables)
        from rows in Gen.Choose(1, 4)
        from coefficients in Gen.Choose(-3, 5).ListOf(Variables * rows)
        from lowers in Gen.Choose(-6, 12).ListOf(rows)
        from widths in Gen.Choose(0, 12).ListOf(rows)
        select Program(costs, coefficients, lowers, widths);

    private static LinearProgram Program(List<int> costs, List<int> coefficients, List<int> lowers, List<int> widths)
    {
        var program = new LinearProgram();
        foreach (var (number, cost) in costs.Index())
            program.Add(new Variable($"x{number}", cost, number == 0 ? -1 : 0, Most, IsWhole: true));
        foreach (var (number, lower) in lowers.Index())
            program.Add(new Row($"r{number}", lower, widths[number] > 9 ? double.PositiveInfinity : lower + widths[number],
                [.. Enumerable.Range(0, Variables).Select(variable => (variable, (double)coefficients[number * Variables + variable]))]));
        return program;
    }

    [Fact]
    public void A_small_programme_is_solved_as_trying_everything_solves_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Programs.ToArbitrary(), program =>
        {
            var solution = BranchAndBound.Solve(program);
            var best = Everything(program).Where(values => Fits(program, values)).Select(values => (double?)program.Cost(values)).Min();
            return best is null
                ? solution.IsInfeasible
                : solution.IsProven && Math.Abs(solution.Cost - best.Value) < 1e-6 && Fits(program, solution.Values!)
                    && solution.RelaxedCost <= best.Value + 1e-6;
        }));

    [Fact]
    public void A_search_that_is_cancelled_returns_a_bound_that_holds()
    {
        var program = new LinearProgram();
        for (var item = 0; item < 30; item++)
            program.Add(new Variable($"x{item}", -(7 + item * 13 % 17), 0, 1, IsWhole: true));
        program.Add(new Row("room", double.NegativeInfinity, 101, [.. Enumerable.Range(0, 30).Select(item => (item, 5.0 + item * 11 % 13))]));
        var whole = BranchAndBound.Solve(program, cancellation: TestContext.Current.CancellationToken);
        var stopped = BranchAndBound.Solve(program, 1, TestContext.Current.CancellationToken);
        Assert.True(whole.IsProven);
        Assert.True(stopped.Bound <= whole.Cost && stopped.Cost >= whole.Cost);
    }

    [Fact]
    public void A_variable_that_gains_without_end_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LinearProgram().Add(new Variable("x", -1)));

    private static IEnumerable<double[]> Everything(LinearProgram program) =>
        program.Variables.Aggregate<Variable, IEnumerable<double[]>>([[]], (partial, variable) =>
            from values in partial
            from value in Enumerable.Range((int)variable.Lower, Most - (int)variable.Lower + 1)
            select (double[])[.. values, value]);

    private static bool Fits(LinearProgram program, IReadOnlyList<double> values) => program.Rows.All(row =>
        row.Terms.Sum(term => term.Coefficient * values[term.Variable]) is var sum && sum >= row.Lower - 1e-6 && sum <= row.Upper + 1e-6);
}
