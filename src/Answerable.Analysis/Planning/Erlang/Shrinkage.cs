namespace Answerable.Analysis.Planning.Erlang;

/// <summary>The share of paid time in which people are not at their positions: leave, illness, breaks, training.</summary>
public static class Shrinkage
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// The people to roster so that <paramref name="agents"/> are at work: ⌈agents / (1 - shrinkage)⌉. By division:
    /// 100 at 30 % is 143, where adding 30 % would give 130 and leave 91 at work.
    /// </summary>
    /// <param name="agents">Agents needed at their positions.</param>
    /// <param name="shrinkage">A share from 0 up to, but not, 1.</param>
    public static int Gross(int agents, double shrinkage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        Fault.ThrowOn(Faults(shrinkage));
        return (int)Math.Ceiling(agents / (1 - shrinkage) * (1 - Rounding));
    }

    /// <summary>
    /// Several shrinkages one inside the other, each a share of what the ones before left: 1 - Π(1 - s). 20 % then 15 % is 32 %.
    /// </summary>
    public static double Cascade(params IEnumerable<double> shares) => 1 - shares.Aggregate(1.0, (left, share) => left * (1 - share));

    /// <summary>Every reason why a share cannot be a shrinkage; none when it can.</summary>
    public static IEnumerable<Fault> Faults(double shrinkage)
    {
        if (!(shrinkage >= 0 && shrinkage < 1))
            yield return new Fault("shrinkage", $"must be from 0 up to (not) 1, not {Bounds.Shown(shrinkage)}");
    }
}
