namespace Answerable.Model.Procedures;

/// <summary>That a version was published, as far as the question goes by which version contacts are guided.</summary>
public readonly record struct Published(int Version, VersionState State, DateTimeOffset EffectiveFrom);

/// <summary>Which version of a procedure is in force: the one rule, for the desk, the lists, the history and the clock.</summary>
public static class InForce
{
    /// <summary>
    /// The version that took effect last, not counting what was withdrawn; of two that took effect at one instant, the later one. A mark
    /// "superseded" plays no part: it only says what the dates say already, and may come a minute late.
    /// </summary>
    public static Published? Of(IEnumerable<Published> publications, DateTimeOffset at) => publications
        .Where(one => one.State != VersionState.Withdrawn && one.EffectiveFrom <= at)
        .OrderByDescending(one => one.EffectiveFrom).ThenByDescending(one => one.Version)
        .Select(one => (Published?)one)
        .FirstOrDefault();
}
