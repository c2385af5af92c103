namespace Answerable.Simulation.Statistics;

/// <summary>
/// When enough replications have been run: every figure's guarded standard error is within a share of the figure. Growth is by
/// projection (error falls as the root of the work), so there are few looks at the data.
/// </summary>
/// <param name="RelativeError">The wanted standard error as a share of the figure, such as 0.01.</param>
/// <param name="Most">Replications beyond which it is given up.</param>
public readonly record struct StoppingRule(double RelativeError, int Most)
{
    // Below this a figure counts as nothing, and a share of nothing cannot be asked for.
    private const double Negligible = 1e-9;

    /// <summary>Whether every figure is as sure as wanted.</summary>
    public bool Satisfied(IEnumerable<Estimate> figures)
    {
        var wanted = RelativeError;
        return figures.All(figure => Shortfall(figure, wanted) <= 1);
    }

    /// <summary>How many replications to have in all before looking again: the projection and 5 % more, at most four times as many.</summary>
    public int Next(int done, IEnumerable<Estimate> figures)
    {
        var wanted = RelativeError;
        var worst = figures.Max(figure => Shortfall(figure, wanted));
        var growth = Math.Clamp(double.IsNaN(worst) ? 2 : worst * worst * 1.05, 1.1, 4);
        return (int)Math.Min(Most, Math.Ceiling(done * growth));
    }

    private static double Shortfall(Estimate figure, double wanted)
    {
        if (double.IsNaN(figure.Value) || Math.Abs(figure.Value) < Negligible)
            return figure.StandardError is 0 or double.PositiveInfinity ? 0 : 1;
        return figure.GuardedError / (wanted * Math.Abs(figure.Value));
    }
}
