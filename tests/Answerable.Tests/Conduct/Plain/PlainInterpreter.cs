using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct.Plain;

/// <summary>
/// The interpreter of version 0.1.0, word for word but for two sentences: each move reads the chart and makes the walk anew. What the
/// compiled one must equal.
/// </summary>
internal static class PlainInterpreter
{
    public static Outcome<Turn> Take(Chart chart, Walk walk, Move move, Standing standing, DateTimeOffset at)
    {
        if (Barred(walk, move, standing) is { } refusal)
            return refusal;
        return move switch
        {
            Move.Do done => Stepping.Do(chart, walk, done, standing, at),
            Move.Choose choose => Stepping.Choose(chart, walk, choose, standing, at),
            Move.Skip skip => Stepping.Skip(chart, walk, skip, standing, at),
            Move.GoBack back => Stepping.GoBack(walk, back, standing, at),
            Move.MakeNote note => Turns.Of(walk, at, [new NoteMade(walk.At, note.Words, standing.By)]),
            Move.KnowCustomer known => Turns.Of(walk, at, [new WalkCustomerKnown(known.Customer, standing.By)]),
            Move.Refer refer => Referring.Refer(chart, walk, refer, standing, at),
            Move.DropReferral => Referring.Drop(walk, standing, at),
            Move.HearApproval heard => Referring.Hear(walk, heard, at),
            Move.HearRefusal heard => Referring.Hear(walk, heard, at),
            Move.Hold => walk.Held
                ? new Refusal("walk.held", "The customer is already on hold.")
                : Turns.Of(walk, at, [new WalkHeld(standing.By)]),
            Move.Retrieve => walk.Held
                ? Turns.Of(walk, at, [new WalkRetrieved(standing.By)])
                : new Refusal("walk.not-held", "The customer is not on hold."),
            Move.LeaveIt => Turns.Of(walk, at, [new WalkLeft(standing.By)]),
            Move.PutDown => Turns.Of(walk, at, [new WalkPutDown(walk.Agent)]),
            Move.Resume resume => Turns.Of(walk, at, [new WalkResumed(standing.By, resume.Referral)]),
            Move.Finish => Finish(chart, walk, standing, at),
            Move.BreakOff broken => BreakOff(walk, broken, standing, at),
            _ => throw new InvalidOperationException($"No way to take {move.GetType().Name}."),
        };
    }

    private static Refusal? Barred(Walk walk, Move move, Standing standing)
    {
        if (move is Move.HearApproval or Move.HearRefusal)
            return null;
        if (walk.End is not null && move is not Move.MakeNote)
            return new Refusal("walk.finished", $"This walk is finished: {walk.End.Ending}.");
        if (move is Move.Resume resume)
            return walk.Left || resume.Referral is not null
                ? null
                : new Refusal("walk.not-left", "Nobody has left this contact: it is being worked on.");
        if (move is not Move.PutDown && walk.Agent != standing.By)
            return new Refusal("walk.with-another", "This contact is with a colleague now; what you typed was not applied.");
        return walk.Left ? new Refusal("walk.left", "You have left this contact. Resume it to go on.") : null;
    }

    private static Outcome<Turn> Finish(Chart chart, Walk walk, Standing standing, DateTimeOffset at)
    {
        if (chart.Find(walk.At) is not Ending ending)
            return new Refusal("walk.no-outcome", "The procedure has not reached an outcome. Go on to one, or say why it ends here.", "breakReason");
        var finished = new WalkFinished(walk.At, ending.Title, ending.Resolved, walk.SpentMs(at), standing.By);
        return Turns.Of(walk, at, [finished], [.. Referring.ClosingAny(walk, "The contact was finished."),
            new Command.ResolveContact(ending.Resolved, ending.Key)]);
    }

    private static Turn BreakOff(Walk walk, Move.BreakOff broken, Standing standing, DateTimeOffset at)
    {
        var resolved = broken.Reason == BreakOffReason.ServedOtherwise;
        var fact = new WalkBrokenOff(walk.At, broken.Reason, resolved, walk.SpentMs(at), standing.By);
        return Turns.Of(walk, at, [fact], [.. Referring.ClosingAny(walk, "The contact was closed."),
            new Command.ResolveContact(resolved, "broken-off")]);
    }
}
