using Answerable.Model;

namespace Answerable.App.People;

/// <summary>
/// What comes of showing one's credentials. Being turned away is an answer, not a refusal of the act: that it was tried is kept.
/// </summary>
public abstract record Entrance
{
    private Entrance()
    {
    }

    public sealed record Open(Session Session) : Entrance;

    /// <summary>The password was right; a code of the second factor is asked for next.</summary>
    /// <param name="Stamp">As it was when the password was right: where it has changed, one begins again.</param>
    public sealed record AsksForCode(PersonId Person, string Stamp) : Entrance;

    public sealed record TurnedAway(Refusal Why) : Entrance;
}
