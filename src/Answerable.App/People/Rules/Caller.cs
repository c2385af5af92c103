using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>From where credentials are shown.</summary>
/// <param name="Address">The network's address; none where it is not known.</param>
/// <param name="Browser">In words, such as Firefox on Windows.</param>
public sealed record Caller(string? Address, string Browser)
{
    public static readonly Caller Unknown = new(null, "");

    /// <summary>The number of a browser that somebody has signed in with before.</summary>
    public Guid? Known { get; init; }

    /// <summary>Who has.</summary>
    public IReadOnlyList<PersonId> To { get; init; } = [];
}

/// <summary>How many wrong tries from one network address, in <see cref="Lockout.AddressSpan"/>, make those who come from there wait: many enough
/// that a shift behind one address does not come near it.</summary>
public sealed record SignInLimits(int WrongPerAddress = 100);
