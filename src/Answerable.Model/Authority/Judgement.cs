using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>What the matrix says of one decision at one moment: allowed, or who could.</summary>
/// <param name="LimitId">The limit that decided, so that the judgement can be explained.</param>
/// <param name="Sentence">In plain words, with the figures.</param>
/// <param name="ReferTo">The lowest role whose limit covers it, where it is not allowed and such a role exists.</param>
public sealed record Judgement(bool Allowed, Guid? LimitId, string Sentence, Role? ReferTo)
{
    /// <summary>What the binding cap adds up to, this decision included; null where no amount is concerned.</summary>
    public long? TotalPence { get; init; }
}
