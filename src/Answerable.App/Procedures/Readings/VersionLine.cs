using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>A version in a procedure's history, as it stands at the moment it is asked for.</summary>
/// <param name="State">Superseded and in force go by the dates, whether or not the clock has marked them.</param>
/// <param name="InForce">Whether contacts that begin now are guided by it.</param>
public sealed record VersionLine(
    int Number, VersionState State, bool InForce, int? CopiedFrom, DateTimeOffset DraftedAt, string? DraftedBy,
    DateTimeOffset? EffectiveFrom, DateTimeOffset? PublishedAt, string? PublishedBy)
{
    public string Words(DateTimeOffset now) =>
        InForce ? "In force" : State == VersionState.Published && EffectiveFrom > now ? "Published, not yet in force" : State.Words();
}
