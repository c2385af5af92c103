namespace Answerable.Analysis.Measures;

/// <summary>
/// The 95 % Wilson score interval of a share: what a small number allows to be said.
/// Source: Wilson 1927; at 5 of 5 it is 56.6 to 100 %, at 4 of 5 it is 37.6 to 96.4 %.
/// </summary>
public static class Wilson
{
    private const double Z = 1.959963984540054;

    /// <summary>Low and high bound, in per cent; null of nothing. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or greater than the whole.</exception>
    public static (double Low, double High)? Of(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        if (whole == 0)
            return null;
        var share = (double)part / whole;
        var middle = share + Z * Z / (2 * whole);
        var reach = Z * Math.Sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole));
        var scale = 1 + Z * Z / whole;
        return (100 * Math.Max(0, (middle - reach) / scale), 100 * Math.Min(1, (middle + reach) / scale));
    }
}
