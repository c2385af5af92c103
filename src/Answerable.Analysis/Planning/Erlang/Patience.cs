using Answerable.Simulation.Numerics;
using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>How long contacts are willing to wait, as a survival function S(v) = P(patience &gt; v).</summary>
/// <remarks>Fit it from the journal with answers as censored observations; a mean alone does not tell how many leave.</remarks>
public sealed class Patience
{
    private readonly Func<double, double> survival;
    private readonly Func<double, double> meanWithin;

    private Patience(Func<double, double> survival, Func<double, double> meanWithin, double[] bends) =>
        (this.survival, this.meanWithin, Bends) = (survival, meanWithin, bends);

    /// <summary>The waits, in seconds ascending, at which the survival function jumps or bends.</summary>
    public IReadOnlyList<double> Bends { get; }

    /// <summary>S(v), for a wait v in seconds: 1 at 0, never rising.</summary>
    public double Survival(double wait) => survival(wait);

    /// <summary>∫₀^v S: the mean of the smaller of patience and v, in seconds.</summary>
    public double MeanWithin(double wait) => meanWithin(wait);

    /// <summary>S(v) = e^(-v/mean).</summary>
    public static Patience Exponential(double meanSeconds) =>
        new(v => Math.Exp(-v / meanSeconds), v => Exponentials.Discounted(v, 1 / meanSeconds), []);

    /// <summary>Everyone leaves after the same time.</summary>
    public static Patience Fixed(double seconds) => new(v => v < seconds ? 1 : 0, v => Math.Min(v, seconds), [seconds]);

    /// <summary>S(v) = e^(-(v/scale)^shape): hazard falling for a shape below 1 (the stubborn stay), rising above.</summary>
    /// <remarks>
    /// ∫₀^v S = v·a·e^(-x)·Σ x^n/(a(a+1)…(a+n)) with a = 1/shape and x = (v/scale)^shape: an incomplete gamma function. From x = a + 1 the mean
    /// is taken less the tail, and that mean is put together from both where they meet, so that no digit is lost there.
    /// </remarks>
    public static Patience Weibull(double shape, double scaleSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scaleSeconds);
        var a = 1 / shape;
        var joint = scaleSeconds * Math.Pow(a + 1, a);
        var mean = Within(joint) + Beyond(joint);
        return new Patience(v => Math.Exp(-Power(v)), v => v < joint ? Within(v) : mean - Beyond(v), []);

        double Power(double v) => Math.Pow(v / scaleSeconds, shape);
        double Within(double v) => Power(v) is var x ? v * a * Math.Exp(-x) * SpecialFunctions.LowerGammaSeries(a, x) : 0;
        double Beyond(double v) => Power(v) is var x ? v * a * Math.Exp(-x) * SpecialFunctions.UpperGammaFraction(a, x) : 0;
    }

    /// <summary>A step function, as Kaplan and Meier's estimate is: S falls to <c>Survival[i]</c> at <c>Seconds[i]</c>.</summary>
    /// <param name="steps">Ascending in seconds, never rising in survival.</param>
    /// <exception cref="ArgumentException">The steps are not so ordered, or outside 0 to 1.</exception>
    public static Patience Steps(IReadOnlyList<(double Seconds, double Survival)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        double at = 0, level = 1, area = 0;
        List<(double From, double Level, double Area)> pieces = [(0, 1, 0)];
        foreach (var (seconds, survival) in steps)
        {
            if (!(seconds >= at && survival >= 0 && survival <= level))
                throw new ArgumentException($"Survival {survival} at {seconds} s does not follow {level} at {at} s.", nameof(steps));
            area += level * (seconds - at);
            (at, level) = (seconds, survival);
            pieces.Add((at, level, area));
        }
        return new Patience(v =>
            PieceAt(v).Level, v => PieceAt(v) is var p ? p.Area + p.Level * (v - p.From) : 0, [.. steps.Select(step => step.Seconds)]);

        (double From, double Level, double Area) PieceAt(double v)
        {
            var found = pieces.BinarySearch((v, double.PositiveInfinity, 0));
            return pieces[found >= 0 ? found : ~found - 1];
        }
    }

    /// <summary>Any survival function; its integral is found numerically, to about 1e-13.</summary>
    /// <param name="survival">S, from 1 at 0, never rising.</param>
    /// <param name="bends">Where S jumps or bends, ascending, in seconds.</param>
    /// <param name="scaleSeconds">A typical patience, in seconds: the integral is refined towards zero from there.</param>
    public static Patience Of(Func<double, double> survival, double[] bends, double scaleSeconds)
    {
        ArgumentNullException.ThrowIfNull(survival);
        double[] knots = [.. bends.Concat(Enumerable.Range(-30, 50).Select(power => scaleSeconds * Math.Pow(2, power))).Append(0).Order()];
        var areas = new double[knots.Length];
        for (var i = 1; i < knots.Length; i++)
            areas[i] = areas[i - 1] + Quadrature.Integrate(survival, [knots[i - 1], knots[i]]);
        return new Patience(survival, MeanWithin, bends);

        double MeanWithin(double v)
        {
            var found = Array.BinarySearch(knots, v);
            var knot = found >= 0 ? found : ~found - 1;
            return areas[knot] + Quadrature.Integrate(survival, [knots[knot], v]);
        }
    }
}
