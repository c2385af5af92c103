using MathNet.Numerics.LinearAlgebra;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>Errors carried on: a regression of each on the last two and on the one a day before, by least squares.</summary>
internal static class ErrorAutoregression
{
    /// <summary>The expected errors of the next slots; a fit that would not die away is damped until it does.</summary>
    public static double[] Continue(List<double> errors, int day, int steps)
    {
        int[] lags = [1, 2, Math.Max(3, day)];
        var phi = Fit(errors, lags);
        var size = phi.Sum(Math.Abs);
        if (size > 0.98)
            phi = [.. phi.Select(coefficient => coefficient * 0.98 / size)];
        var all = new List<double>(errors);
        for (var step = 0; step < steps; step++)
            all.Add(lags.Select((lag, i) => phi[i] * all[^lag]).Sum());
        return [.. all.Skip(errors.Count)];
    }

    private static double[] Fit(List<double> errors, int[] lags)
    {
        var normal = Matrix<double>.Build.Dense(lags.Length, lags.Length);
        var right = Vector<double>.Build.Dense(lags.Length);
        for (var i = lags.Max(); i < errors.Count; i++)
            for (var a = 0; a < lags.Length; a++)
            {
                right[a] += errors[i - lags[a]] * errors[i];
                for (var b = 0; b < lags.Length; b++)
                    normal[a, b] += errors[i - lags[a]] * errors[i - lags[b]];
            }
        for (var a = 0; a < lags.Length; a++)
            normal[a, a] += 1e-6 + normal[a, a] * 1e-6;
        return normal.Cholesky().Solve(right).ToArray();
    }
}
