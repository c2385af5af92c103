namespace Answerable.App.People;

/// <summary>What a typed password came to, and the hash it was judged against, for the decision to see whether that is still the person's.</summary>
/// <param name="Person">Null where nobody has the address.</param>
/// <param name="Renewed">The same password hashed as it is hashed now, where it was kept in an older way.</param>
internal sealed record JudgedPassword(PersonId? Person, bool Right, string? Against, string? Renewed);
