namespace Answerable.Analysis.Planning.Erlang;

/// <summary>
/// What a service level counts. The four differ by several points on the same day, so a target is only a target with its definition.
/// </summary>
public enum ServiceLevelDefinition
{
    /// <summary>Answered within the target, of all offered.</summary>
    OfOffered,

    /// <summary>Answered within the target, of those answered.</summary>
    OfAnswered,

    /// <summary>Answered or gone within the target, of all offered: those who leave early count as served in time.</summary>
    AbandonsCountedIn,

    /// <summary>Answered within the target, of all offered but those who left within it.</summary>
    ShortAbandonsExcluded,
}
