using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// A day as models see it: what it would have been as an ordinary day of its weekday. <see cref="Kind"/> names the special
/// kind, if any; <see cref="Counts"/> has one value a slot, zero where closed.
/// </summary>
public sealed record CleanDay(LocalDate Date, DayMark Mark, string? Kind, double[] Counts)
{
    /// <summary>All slots together.</summary>
    public double Total => Counts.Sum();
}

/// <summary>A day to be forecast: its date, mark and special kind.</summary>
public sealed record TargetDay(LocalDate Date, DayMark Mark, string? Kind);
