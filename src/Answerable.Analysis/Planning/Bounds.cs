using System.Globalization;

namespace Answerable.Analysis.Planning;

/// <summary>
/// The sizes a planning question may have. Far above any contact centre, and low enough that every answer comes at once:
/// a misplaced decimal point gets a sentence, not an hour of computing.
/// </summary>
public static class Bounds
{
    /// <summary>The most agents in one pool.</summary>
    public const int MostAgents = 100_000;

    /// <summary>The most contacts one line may hold, those in conversation included.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>The most calls an hour.</summary>
    public const double MostCallsPerHour = 10_000_000;

    /// <summary>The longest time, in seconds, that a handling, a patience or a target may have: four weeks.</summary>
    public const double MostSeconds = 2_419_200;

    /// <summary>The most contacts that could stand waiting at once: arrivals during one mean patience.</summary>
    public const double MostWaiting = 10_000_000;

    /// <summary>A fault unless <paramref name="value"/> is a number above zero and at most <paramref name="most"/>.</summary>
    internal static IEnumerable<Fault> Positive(string field, double value, double most)
    {
        if (!double.IsFinite(value))
            yield return new Fault(field, "is not a number");
        else if (value <= 0)
            yield return new Fault(field, $"must be above zero, not {Shown(value)}");
        else if (value > most)
            yield return new Fault(field, $"is {Shown(value)}, more than the {Shown(most)} that can be computed for");
    }

    /// <summary>As <see cref="Positive"/>, but zero will do.</summary>
    internal static IEnumerable<Fault> NotNegative(string field, double value, double most) =>
        value == 0 ? [] : Positive(field, value, most).Select(fault =>
            value < 0 ? fault with { Sentence = $"must not be below zero, as {Shown(value)} is" } : fault);

    /// <summary>A fault unless <paramref name="value"/> is a probability.</summary>
    internal static IEnumerable<Fault> Share(string field, double value)
    {
        if (!(value >= 0 && value <= 1))
            yield return new Fault(field, $"must be between 0 and 1, not {Shown(value)}");
    }

    internal static string Shown(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
