using Answerable.Simulation.Statistics;

namespace Answerable.Analysis.Rehearsal;

/// <summary>A figure of a rehearsal: a ratio of two counted totals, so that it means the same over an interval, a day or many runs.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Above">The total above the line.</param>
/// <param name="Below">The total below it.</param>
public sealed record Figure(string Name, Func<Tally, double> Above, Func<Tally, double> Below)
{
    /// <summary>Its estimate from independent runs (<see cref="Estimate.OfRatio"/>).</summary>
    public Estimate From(IReadOnlyList<Tally> runs) => Estimate.OfRatio([.. runs.Select(Above)], [.. runs.Select(Below)]);

    public static Figure Share(string name, int type, TypeCount part, TypeCount whole) =>
        new(name, tally => tally[type, part], tally => tally[type, whole]);

    public static Figure OfAll(string name, TypeCount part, TypeCount whole) => new(name, tally => tally.All(part), tally => tally.All(whole));

    public static Figure MeanLevel(string name, int type, TypeCount time) => new(name, tally => tally[type, time], tally => tally.Seconds);

    public static Figure Occupancy(string name, int group) =>
        new(name, tally => tally[group, GroupCount.BusyTime], tally => tally[group, GroupCount.OnDutyTime]);
}
