namespace Answerable.Analysis.Measures;

/// <summary>What a KPI came to.</summary>
/// <param name="Value">In the KPI's unit; null when there was nothing to divide by, never 0 or 100.</param>
/// <param name="Numerator">Of a ratio its numerator, of a count the count; null for percentiles.</param>
/// <param name="Denominator">Of a ratio its denominator, of a percentile how many values; null for a count.</param>
/// <param name="Word">Says why there is no value.</param>
public sealed record Figure(double? Value, long? Numerator, long? Denominator, string? Word)
{
    internal static Figure Of(Ratio ratio, long numerator, long denominator, string empty) => denominator == 0
        ? new Figure(null, numerator, denominator, empty)
        : new Figure(Scaled(numerator, ratio.Scale) / denominator, numerator, denominator, null);

    // Multiplied before it is divided: 60 of 100 is 60, not 60.00000000000001.
    private static double Scaled(long numerator, double scale) => scale >= 1 ? numerator * scale : numerator / Math.Round(1 / scale);
}
