namespace Answerable.Simulation.Numerics;

/// <summary>
/// Exponential integrals that keep their digits near zero, where the textbook forms subtract nearly equal numbers.
/// All are pure, O(1), and within a few units in the last place.
/// </summary>
public static class Exponentials
{
    private const double SeriesBelow = 1.0;

    /// <summary>e^x - 1. Source: W. Kahan's correction of the rounded exponential.</summary>
    public static double ExpM1(double x)
    {
        var e = Math.Exp(x);
        if (e == 1)
            return x;
        var difference = e - 1;
        return difference == -1 || double.IsInfinity(e) ? difference : difference * x / Math.Log(e);
    }

    /// <summary>The discounted length of <paramref name="span"/>: ∫₀^span e^(-rate·t) dt, which is span itself at rate 0.</summary>
    public static double Discounted(double span, double rate) =>
        rate == 0 ? span : -ExpM1(-rate * span) / rate;

    /// <summary>e^(-max(z,0)) · ∫₀¹ e^(z·u) du: never overflows; the caller puts the scale back.</summary>
    public static double ScaledMean(double z)
    {
        if (z == 0)
            return 1;
        return z > 0 ? -ExpM1(-z) / z : ExpM1(z) / z;
    }

    /// <summary>e^(-max(z,0)) · ∫₀¹ u·e^(z·u) du: never overflows; the caller puts the scale back.</summary>
    public static double ScaledFirstMoment(double z)
    {
        if (Math.Abs(z) < SeriesBelow)
            return FirstMomentSeries(z) * Math.Exp(-Math.Max(z, 0));
        return z > 0 ? (z - 1 + Math.Exp(-z)) / (z * z) : (Math.Exp(z) * (z - 1) + 1) / (z * z);
    }

    /// <summary>Σ z^k / (k!(k+2)); twenty terms reach the last place for |z| below 1.</summary>
    private static double FirstMomentSeries(double z)
    {
        double sum = 0, power = 1;
        for (var k = 0; k < 20; k++)
        {
            sum += power / (k + 2);
            power *= z / (k + 1);
        }
        return sum;
    }
}
