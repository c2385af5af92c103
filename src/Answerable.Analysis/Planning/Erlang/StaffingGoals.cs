namespace Answerable.Analysis.Planning.Erlang;

/// <summary>A share of contacts to handle within a time, by a declared definition: "80 % of offered in 20 s".</summary>
/// <param name="Level">The share wanted, above 0 and below 1.</param>
/// <param name="Seconds">The target T, from zero.</param>
/// <param name="Definition">What the share is of.</param>
/// <param name="ShortSeconds">s: who leaves within it is a short abandon, from zero.</param>
public readonly record struct ServiceGoal(
    double Level, double Seconds, ServiceLevelDefinition Definition, double ShortSeconds = ServiceGoal.UsualShortSeconds)
{
    /// <summary>As the KPIs have it unless told otherwise.</summary>
    public const double UsualShortSeconds = 5;

    /// <summary>s, where the definition asks for it.</summary>
    public double? ShortAsked => Definition == ServiceLevelDefinition.ShortAbandonsExcluded ? ShortSeconds : null;
}

/// <summary>What a staffing must attain; each goal given must hold. Service and waiting are at agents at work, before shrinkage.</summary>
public sealed record StaffingGoals
{
    /// <summary>The service level wanted.</summary>
    public ServiceGoal? Service { get; init; }

    /// <summary>The longest mean speed of answer, in seconds, above 0.</summary>
    public double? SpeedOfAnswerSeconds { get; init; }

    /// <summary>The largest share that may abandon, above 0 and at most 1.</summary>
    public double? Abandons { get; init; }

    /// <summary>The largest share of time agents may be busy, from 0.05 to 1: above about 85 % people tire.</summary>
    public double? Occupancy { get; init; }

    /// <summary>The share of paid time away from the position, from 0 up to 1.</summary>
    public double Shrinkage { get; init; }

    /// <summary>The fewest agents to have at work whatever comes, from zero.</summary>
    public int Least { get; init; }

    /// <summary>Every reason why these are not goals; none when they are.</summary>
    public IEnumerable<Fault> Faults()
    {
        if (Service is null && SpeedOfAnswerSeconds is null && Abandons is null && Occupancy is null)
            yield return new Fault("goals", "name at least one: a service level, a speed of answer, an abandonment or an occupancy");
        if (Service is { } service && !(service.Level > 0 && service.Level < 1))
            yield return new Fault("service_level",
                $"must be above 0 and below 1, not {Bounds.Shown(service.Level)}: no number of agents attains all of a random load");
        if (Occupancy is { } occupancy && !(occupancy >= 0.05 && occupancy <= 1))
            yield return new Fault("occupancy", $"must be between 0.05 and 1, not {Bounds.Shown(occupancy)}");
        foreach (var fault in (IEnumerable<Fault>)
            [
                .. Service is { } goal ? Bounds.NotNegative("target_s", goal.Seconds, Bounds.MostSeconds) : [],
                .. Service is { } brief ? Bounds.NotNegative("short_s", brief.ShortSeconds, Bounds.MostSeconds) : [],
                .. SpeedOfAnswerSeconds is { } answer ? Bounds.Positive("asa_s", answer, Bounds.MostSeconds) : [],
                .. Abandons is { } abandons ? Bounds.Positive("abandons", abandons, 1) : [],
                .. Erlang.Shrinkage.Faults(Shrinkage),
                .. Bounds.NotNegative("least", Least, Bounds.MostAgents),
            ])
            yield return fault;
    }

    /// <summary>Whether a queue's figures attain every goal.</summary>
    public bool AreMetBy(QueueFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return (Service is not { } service || figures.ServiceLevels?.By(service.Definition) >= service.Level)
            && (SpeedOfAnswerSeconds is not { } answer || figures.SpeedOfAnswerSeconds <= answer)
            && (Abandons is not { } abandons || figures.Abandons <= abandons)
            && (Occupancy is not { } occupancy || figures.Occupancy <= occupancy);
    }
}
