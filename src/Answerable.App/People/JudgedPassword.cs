namespace Answerable.App.People;

/// <summary>
/// What a typed password came to, judged beside the writer: hashing it takes a tenth of a second. It holds the hash it was judged against,
/// for the act to see whether that is still the person's.
/// </summary>
public sealed class JudgedPassword
{
    internal JudgedPassword(PersonId? person, bool right, string? against, string? renewed) =>
        (Person, Right, Against, Renewed) = (person, right, against, renewed);

    /// <summary>Null where nobody has the address.</summary>
    internal PersonId? Person { get; }
    internal bool Right { get; }
    internal string? Against { get; }

    /// <summary>The same password hashed as it is hashed now, where it was kept in an older way.</summary>
    internal string? Renewed { get; }
}
