using Answerable.Model.Journal;

namespace Answerable.Model.Keys;

/// <summary>A key was made for another system, or for a person's own tools.</summary>
[FactName("key.created")]
public sealed record KeyCreated(KeyId Key, [Typed] string Name, string Source, PersonId? Owner) : Fact;

[FactName("key.revoked")]
public sealed record KeyRevoked(KeyId Key, [Typed] string Reason) : Fact;
