using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>The end of a contact: of its conversation where that goes on, of its walk or without one, and of the work after it.</summary>
internal static class Closure
{
    public static Outcome<Done> Close(TurnSoFar so, HandlingMove.Close close)
    {
        if (so.Handling.EndedAt is null && Conversation.Over(so) is { Allowed: false } open)
            return open;
        if ((so.Walk is null ? SettleFreely(so, close) : Settle(so, close)) is { Allowed: false } undecided)
            return undecided;
        so.Handling = so.Handling with { ClosedAt = so.At };
        so.Happened(new ContactWrapped());
        so.Ask(new Command.Release(so.Handling.Agent, so.Handling.Contact));
        return Done.It;
    }

    private static Outcome<Done> Settle(TurnSoFar so, HandlingMove.Close close) =>
        so.Along(close.Reason is { } reason && so.Node is not Ending ? new Move.BreakOff(reason) : new Move.Finish());

    private static Outcome<Done> SettleFreely(TurnSoFar so, HandlingMove.Close close)
    {
        if (close.Resolved is not { } resolved)
            return DeskRefusals.Unsettled;
        so.Happened(new ContactResolved(resolved, ContactResolved.Free));
        if (so.Handling.FreeReferral is { } referral)
            so.Ask(new Command.CloseReferral(referral, "The contact was closed."));
        return Done.It;
    }
}
