namespace Answerable.Analysis.Planning.Erlang;

/// <summary>
/// What a service level counts. They differ by several points on the same day, so a target is only a target with its definition;
/// their numbers are those of the KPIs of service level.
/// </summary>
public enum ServiceLevelDefinition
{
    /// <summary>F3: answered within the target, of all offered.</summary>
    OfOffered,

    /// <summary>F2: answered within the target, of those answered.</summary>
    OfAnswered,

    /// <summary>F1: answered or gone within the target, of all offered: those who leave early count as served in time.</summary>
    AbandonsCountedIn,

    /// <summary>F4: answered within the target, of all offered but those who left within it.</summary>
    AbandonsInTimeExcluded,

    /// <summary>F6: answered within the target, of all offered but the short abandons, who left within a few seconds whatever the target.</summary>
    ShortAbandonsExcluded,
}
