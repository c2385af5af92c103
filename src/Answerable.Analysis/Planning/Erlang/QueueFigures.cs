namespace Answerable.Analysis.Planning.Erlang;

/// <summary>The steady state of one queue. Null where the family does not define a figure; shares are of all offered.</summary>
/// <param name="OfferedErlangs">A = λ/μ.</param>
/// <param name="Occupancy">The share of agents' time spent handling.</param>
public sealed record QueueFigures(double OfferedErlangs, double Occupancy)
{
    /// <summary>P(turned away).</summary>
    public double? Blocked { get; init; }

    /// <summary>P(let in and made to wait).</summary>
    public double? Waits { get; init; }

    /// <summary>P(leaves before an answer).</summary>
    public double? Abandons { get; init; }

    /// <summary>Mean wait in seconds of all who are let in, answered or not.</summary>
    public double? MeanWaitSeconds { get; init; }

    /// <summary>Speed of answer: mean wait in seconds of those answered.</summary>
    public double? SpeedOfAnswerSeconds { get; init; }

    /// <summary>Service levels; null without a target or in a family without waiting.</summary>
    public ServiceLevels? ServiceLevels { get; init; }

    /// <summary>Mean number waiting.</summary>
    public double? MeanQueue { get; init; }
}
