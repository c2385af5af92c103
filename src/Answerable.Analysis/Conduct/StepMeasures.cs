using Answerable.Analysis.Measures;

namespace Answerable.Analysis.Conduct;

/// <summary>
/// What is measured of steps (nodes of a procedure's chart), by procedure version, step, the role of whoever was at it, and channel.
/// A walk's steps count in the quarter-hour in which the walk began, so that all figures of a period are of the same walks.
/// </summary>
public static class StepMeasures
{
    public static readonly Measure Taken =
        Count(201, "taken", "Done, answered, or reached as the outcome; done again after going back counts again.");
    public static readonly Measure LeftOut = Count(202, "left-out", "Left out, with or without a reason.");
    public static readonly Measure GoneBackOn = Count(203, "gone-back-on", "Gone back to from a later step, to do it over.");
    public static readonly Measure Referred = Count(204, "referred", "Referred from, whatever came of the referral.");
    public static readonly Measure BrokenOff = Count(205, "broken-off", "The contact ended there, short of an outcome.");

    /// <summary>
    /// From the step's being reached to its being left by taking it. Hold, and time in which the agent had put the contact down, is not in it;
    /// waiting for a referral while the agent stays with the contact is. A stay that ended otherwise (left out, gone back from, broken off) is not
    /// counted.
    /// </summary>
    public static readonly Measure Time =
        new(211, "steps.time-ms", MeasureKind.Sum, "milliseconds", "From being reached to being left by taking it, hold and absence left out.");

    /// <summary>The same time, step by step.</summary>
    public static readonly Measure Times =
        new(221, "steps.times", MeasureKind.Histogram, "seconds rounded up",
        "From being reached to being left by taking it, hold and absence left out.");

    public static readonly Family Family = new(3, "steps",
        [Dimension.Kind, Dimension.Version, Dimension.Step, Dimension.Role, Dimension.Channel],
        [Taken, LeftOut, GoneBackOn, Referred, BrokenOff, Time, Times]);

    private static Measure Count(ushort id, string name, string words) => new(id, $"steps.{name}", MeasureKind.Count, "times", words);
}
