using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>What the matrix found of one decision: the limit that binds, and the cap it breaches.</summary>
internal readonly record struct Weighed(DecisionKind Kind, Asked Asked, Decider Decider, Currency Currency, Limit? Limit, Cap? Breached)
{
    public bool Allowed => Limit is not null && Breached is null;

    public string Words() =>
        Limit is not { } limit ? $"{Kind.Name} is not the {Decider.Role.Words().ToLowerInvariant()}'s to decide."
        : Breached is { } cap ? cap.Sentence(Kind, Asked, limit, Currency)
        : Kind.Money ? $"{Kind.Name} of {Currency.Words(Asked.Pence ?? 0)} is within {Cap.Owner(limit)} limit."
        : $"{Kind.Name} is within {Cap.Owner(limit)} authority.";
}
