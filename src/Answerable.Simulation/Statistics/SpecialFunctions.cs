namespace Answerable.Simulation.Statistics;

/// <summary>The few special functions that fitting and intervals need. Relative accuracy about 1e-13 unless said otherwise.</summary>
public static class SpecialFunctions
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
    ];

    /// <summary>ln Gamma(x), x &gt; 0 (Lanczos, g = 7, nine terms).</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (x - 1 + i);
        var t = x + 6.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x - 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>Digamma, x &gt; 0: the derivative of ln Gamma (recurrence to 10, then the asymptotic series).</summary>
    public static double Digamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
            shift -= 1 / x;
        var s = 1 / (x * x);
        return shift + Math.Log(x) - 0.5 / x
            - s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132)))));
    }

    /// <summary>Trigamma, x &gt; 0: the derivative of digamma.</summary>
    public static double Trigamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
            shift += 1 / (x * x);
        var s = 1 / (x * x);
        return shift + 1 / x + s / 2 + s / x * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66)))));
    }

    /// <summary>Regularised lower incomplete gamma P(a, x): series below a + 1, Lentz's continued fraction above.</summary>
    public static double LowerGamma(double a, double x)
    {
        if (x <= 0)
            return 0;
        var scale = Math.Exp(a * Math.Log(x) - x - LogGamma(a));
        return x < a + 1 ? scale * LowerGammaSeries(a, x) : 1 - scale * UpperGammaFraction(a, x);
    }

    /// <summary>x^-a e^x times the lower incomplete gamma of a and x, a &gt; 0, for x up to a + 1: Σ x^n / (a (a + 1) ... (a + n)). Relative accuracy
    /// about 1e-16.</summary>
    public static double LowerGammaSeries(double a, double x)
    {
        var (sum, term) = (1 / a, 1 / a);
        for (var n = 1; n < 100_000 && term > sum * 1e-17; n++)
            sum += term *= x / (a + n);
        return sum;
    }

    /// <summary>x^-a e^x times the upper incomplete gamma of a and x, a &gt; 0, for x from a + 1, by Lentz's continued fraction. Relative accuracy
    /// about 1e-15.</summary>
    public static double UpperGammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 100_000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / NotZero(an * d + b);
            c = NotZero(b + an / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15)
                break;
        }
        return h;
    }

    /// <summary>P(Z &lt;= z) of the standard normal, by the incomplete gamma function.</summary>
    public static double NormalCumulative(double z) =>
        z >= 0 ? 0.5 + 0.5 * LowerGamma(0.5, z * z / 2) : 0.5 * (1 - LowerGamma(0.5, z * z / 2));

    /// <summary>Regularised incomplete beta I_x(a, b), by Lentz's continued fraction.</summary>
    public static double Beta(double a, double b, double x)
    {
        if (x <= 0 || x >= 1)
            return x <= 0 ? 0 : 1;
        if (x > (a + 1) / (a + b + 2))
            return 1 - Beta(b, a, 1 - x);
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;
        return front * BetaFraction(a, b, x);
    }

    private static double BetaFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var h = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15)
                break;
        }
        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
