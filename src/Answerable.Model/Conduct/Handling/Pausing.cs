namespace Answerable.Model.Conduct;

/// <summary>The moves that leave a walk where it stands: noting, holding, putting down and taking up.</summary>
internal static class Pausing
{
    public static Outcome<Done> Take(WalkState walk, Move move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        if ((move is Move.Hold ? DeskRefusals.Hold(walk.Held) : move is Move.Retrieve ? DeskRefusals.Retrieve(walk.Held) : null) is { } refusal)
            return refusal;
        switch (move)
        {
            case Move.MakeNote note:
                minutes?.Write(new NoteMade(walk.At, note.Words, standing.By));
                break;
            case Move.KnowCustomer known:
                minutes?.Write(new WalkCustomerKnown(known.Customer, standing.By));
                walk.KnowCustomer(known.Customer);
                break;
            case Move.Hold:
                minutes?.Write(new WalkHeld(standing.By));
                walk.Hold(at);
                break;
            case Move.Retrieve:
                minutes?.Write(new WalkRetrieved(standing.By));
                walk.Retrieve(at);
                break;
            case Move.LeaveIt:
                minutes?.Write(new WalkLeft(standing.By));
                walk.Leave(at);
                break;
            case Move.PutDown:
                minutes?.Write(new WalkPutDown(walk.Agent));
                walk.Leave(at);
                break;
            case Move.Resume resume:
                minutes?.Write(new WalkResumed(standing.By, resume.Referral));
                walk.Resume(standing.By, resume.Referral, at);
                break;
            default:
                throw new InvalidOperationException($"No way to take {move.GetType().Name}.");
        }
        return Done.It;
    }
}
