using Answerable.Simulation.Streams;

namespace Answerable.Simulation.Arrivals;

/// <summary>
/// A Poisson process whose rate follows a profile and, if wished, each period's busyness. Times are found by inverting the
/// cumulated rate (exact; Cinlar 1975), one exponential draw an arrival; O(1) plus the steps passed over. No allocation.
/// </summary>
public sealed class ArrivalProcess
{
    private readonly RateProfile profile;
    private readonly Busyness? busyness;
    private readonly RandomStream gaps;
    private readonly RandomStream? moods;
    private double time;
    private double rate;
    private double rateEnds;
    private long step = -1;
    private long period = -1;
    private double factor = 1;

    /// <param name="moods">The stream the busyness factors come from; needed when there is busyness.</param>
    public ArrivalProcess(RateProfile profile, RandomStream gaps, Busyness? busyness = null, RandomStream? moods = null)
    {
        if (busyness is not null)
            ArgumentNullException.ThrowIfNull(moods);
        (this.profile, this.busyness, this.gaps, this.moods) = (profile, busyness, gaps, moods);
        TurnTo();
    }

    /// <summary>The next arrival's time; infinite when nothing can ever come.</summary>
    public double Next()
    {
        var need = gaps.NextExponential();
        if (profile.Most == 0)
            return double.PositiveInfinity;
        while (need > rate * (rateEnds - time))
        {
            need -= rate * (rateEnds - time);
            time = rateEnds;
            TurnTo();
        }
        return time += need / rate;
    }

    private void TurnTo()
    {
        var stepEnds = double.PositiveInfinity;
        if (double.IsFinite(profile.Step))
        {
            while ((step + 1) * profile.Step <= time)
                step++;
            stepEnds = (step + 1) * profile.Step;
        }
        rate = profile.At(Math.Max(0, step)) * Factor(out var factorEnds);
        rateEnds = Math.Min(stepEnds, factorEnds);
    }

    private double Factor(out double ends)
    {
        ends = double.PositiveInfinity;
        if (busyness is null)
            return 1;
        while ((period + 1) * busyness.Period <= time)
        {
            period++;
            factor = busyness.Factor.Draw(moods!);
        }
        ends = (period + 1) * busyness.Period;
        return factor;
    }
}
