using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// Decides what may be done with a contact as a whole: a pure function of how it stands, the move, who acts and the hour. What befalls
/// the contact befalls its walk. The desk and the rehearsal call this one.
/// </summary>
public static class Desk
{
    /// <summary>Takes a contact that waits.</summary>
    /// <param name="guide">What guides its type; none where it came without one, or with one nobody has defined here: the agent then chooses.</param>
    public static Outcome<HandlingTurn> Take(Contact waiting, CaseId theCase, Guide? guide, DeskStanding by, DateTimeOffset at)
    {
        if (by.Who.Line is null)
            return DeskRefusals.NotInLine;
        if (DeskRefusals.Gone(waiting, by.AgentName) is { } gone)
            return gone;
        var taken = new Handling(waiting.Id, theCase, by.Who.Id, at) { Customer = waiting.Customer };
        return Begin(new TurnSoFar(taken, null, by, at), guide);
    }

    /// <summary>Begins a contact by hand: the customer is there already.</summary>
    public static Outcome<HandlingTurn> Start(
        ContactId contact, Channel channel, string queue, CaseId theCase, CustomerId? customer, Guide? guide, DeskStanding by, DateTimeOffset at)
    {
        if (by.Who.Line is null)
            return DeskRefusals.NotInLine;
        var so = new TurnSoFar(new Handling(contact, theCase, by.Who.Id, at) { Customer = customer }, null, by, at);
        so.Happened(new ContactArrived(channel, queue, null, customer));
        return Begin(so, guide);
    }

    public static Outcome<HandlingTurn> Take(Handling handling, Guided? guided, HandlingMove move, DeskStanding by, DateTimeOffset at)
    {
        if (by.Who.Line is null && move is not HandlingMove.PutDown)
            return DeskRefusals.NotInLine;
        if (Barred(handling, move, by) is { } refusal)
            return refusal;
        var so = new TurnSoFar(handling, guided, by, at);
        var taken = move switch
        {
            HandlingMove.Hold => Conversation.Hold(so),
            HandlingMove.Retrieve => Conversation.Retrieve(so),
            HandlingMove.End => Conversation.End(so),
            HandlingMove.Close close => Closure.Close(so, close),
            HandlingMove.Leave => Custody.Leave(so),
            HandlingMove.PutDown => Custody.PutDown(so),
            HandlingMove.Resume => Custody.Resume(so),
            HandlingMove.TakeOver over => Custody.TakeUp(so, over.Referral),
            HandlingMove.ChooseType choose => ChooseType(so, choose),
            HandlingMove.KnowCustomer known => KnowCustomer(so, known),
            HandlingMove.MakeNote note => MakeNote(so, note),
            HandlingMove.Refer refer => Refer(so, refer),
            _ => throw new InvalidOperationException($"No way to take {move.GetType().Name}."),
        };
        return taken.Then<HandlingTurn>(_ => so.Turn());
    }

    private static Refusal? Barred(Handling handling, HandlingMove move, DeskStanding by) => move switch
    {
        HandlingMove.TakeOver or HandlingMove.PutDown => handling.ClosedAt is null ? null : DeskRefusals.Closed,
        HandlingMove.Resume when handling is { ClosedAt: null, LeftAt: not null } => null,
        HandlingMove.Resume when handling.ClosedAt is null && handling.Agent != by.Who.Person => DeskRefusals.TakenBefore(by.AgentName),
        HandlingMove.Resume or HandlingMove.Leave => handling.Barred(by.Who.Person, by.AgentName),
        _ => handling.Barred(by.Who.Person, by.AgentName) ?? DeskRefusals.Left(handling.LeftAt is not null),
    };

    private static Outcome<HandlingTurn> Begin(TurnSoFar so, Guide? guide)
    {
        so.Happened(new ContactAnswered(so.By.Who.Id, so.By.Who.Team));
        so.Ask(new Command.Engage(so.By.Who.Id));
        return (guide is null ? Done.It : so.Guide(guide)).Then<HandlingTurn>(_ => so.Turn());
    }

    private static Outcome<Done> ChooseType(TurnSoFar so, HandlingMove.ChooseType choose)
    {
        if (choose.Type.Shown().Length == 0)
            return DeskRefusals.NoType;
        if (choose.Guide is null)
            return DeskRefusals.NoSuchType;
        if (so.UnderWay && so.Handling.Type == choose.Type)
            return Done.It;
        // What began under the wrong type ends as such; the figures must not take it for an outcome of the right one.
        if (so.Along(new Move.BreakOff(BreakOffReason.OtherMatter)) is { Allowed: false } refused)
            return refused;
        return so.Guide(choose.Guide);
    }

    private static Outcome<Done> KnowCustomer(TurnSoFar so, HandlingMove.KnowCustomer known)
    {
        so.Handling = so.Handling with { Customer = known.Customer };
        so.Happened(new ContactCustomerKnown(known.Customer));
        return so.Along(new Move.KnowCustomer(known.Customer));
    }

    private static Outcome<Done> MakeNote(TurnSoFar so, HandlingMove.MakeNote note)
    {
        if (so.Walk is not null)
            return so.Take(new Move.MakeNote(note.Words));
        so.Happened(new FreeNoteMade(note.Words, so.By.Who.Id));
        return Done.It;
    }

    private static Outcome<Done> Refer(TurnSoFar so, HandlingMove.Refer refer)
    {
        if (refer is { Words: null, Urgent: false })
            return DeskRefusals.NoReason;
        if (so.UnderWay)
            return so.Take(new Move.Refer(refer.Words, refer.To, refer.Urgent));
        if (so.Handling.FreeReferral is { } before)
            so.Ask(new Command.CloseReferral(before, "It was referred again."));
        so.Ask(Referring.Freely(refer, so.Decider.Role, so.By.SpareReferral));
        so.Handling = so.Handling with { FreeReferral = so.By.SpareReferral };
        return Done.It;
    }
}
