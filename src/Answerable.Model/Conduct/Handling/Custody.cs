using Answerable.Model.Contacts;

namespace Answerable.Model.Conduct;

/// <summary>Who has a contact: left to be resumed, put down when its agent goes, resumed, and taken over.</summary>
internal static class Custody
{
    public static Outcome<Done> Leave(TurnSoFar so)
    {
        if (so.Handling.LeftAt is not null)
            return DeskRefusals.LeftAlready;
        so.Handling = so.Handling with { LeftAt = so.At };
        so.Ask(new Command.Release(so.Handling.Agent, so.Handling.Contact));
        return so.Along(new Move.LeaveIt());
    }

    // Hold and referral go on as they were: the customer still waits, and the answer is for whoever resumes it.
    public static Outcome<Done> PutDown(TurnSoFar so)
    {
        if (so.Handling.LeftAt is not null)
            return DeskRefusals.PutDownAlready;
        so.Handling = so.Handling with { LeftAt = so.At };
        so.Happened(new ContactPutDown(so.Handling.Agent));
        so.Ask(new Command.Release(so.Handling.Agent, so.Handling.Contact));
        return so.Along(new Move.PutDown());
    }

    public static Outcome<Done> Resume(TurnSoFar so) => so.Handling.LeftAt is null ? Done.It : TakeUp(so, null);

    /// <summary>The one who acts has the contact from now on.</summary>
    public static Outcome<Done> TakeUp(TurnSoFar so, ReferralId? referral)
    {
        var (me, before) = (so.By.Who.Id, so.Handling);
        if (before.Agent != me)
            so.Happened(new ContactAnswered(me, so.By.Who.Team));
        if (before.LeftAt is null)
            so.Ask(new Command.Release(before.Agent, before.Contact));
        so.Ask(new Command.Engage(me));
        so.Handling = before with { Agent = me, LeftAt = null, FreeReferral = referral is null ? before.FreeReferral : null };
        return so.Along(new Move.Resume(referral));
    }
}
