using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>The customer on the line: put on hold, taken off it, and done with.</summary>
internal static class Conversation
{
    public static Outcome<Done> Hold(TurnSoFar so)
    {
        if (so.Handling.EndedAt is not null)
            return DeskRefusals.NobodyToHold;
        if (DeskRefusals.Hold(so.Handling.HeldAt is not null) is { } refusal)
            return refusal;
        so.Handling = so.Handling with { HeldAt = so.At };
        so.Happened(new ContactHeld());
        return so.Along(new Move.Hold());
    }

    public static Outcome<Done> Retrieve(TurnSoFar so) =>
        DeskRefusals.Retrieve(so.Handling.HeldAt is not null) is { } refusal ? refusal : OffHold(so);

    // A walk that began while the customer was on hold knows of none.
    private static Outcome<Done> OffHold(TurnSoFar so)
    {
        so.Handling = so.Handling with { HeldAt = null };
        so.Happened(new ContactRetrieved());
        return so.Walk is { Held: true } ? so.Along(new Move.Retrieve()) : Done.It;
    }

    public static Outcome<Done> End(TurnSoFar so) => so.Handling.EndedAt is not null ? DeskRefusals.EndedAlready : Over(so);

    /// <summary>The conversation is over; at an outcome the walk finishes with it.</summary>
    public static Outcome<Done> Over(TurnSoFar so)
    {
        if (so.Handling.HeldAt is not null && OffHold(so) is { Allowed: false } held)
            return held;
        so.Handling = so.Handling with { EndedAt = so.At };
        so.Happened(new ContactEnded());
        return so.Node is Ending ? so.Along(new Move.Finish()) : Done.It;
    }
}
