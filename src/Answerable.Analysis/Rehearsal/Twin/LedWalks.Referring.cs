using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>How a referral is put to those who may take it, waits, and is answered or taken over.</summary>
internal sealed partial class LedWalks
{
    /// <summary>What it takes to hear an answer and tell the customer.</summary>
    private const double Hearing = 10;

    private Led Refer(int slot, LedContact contact, Command.OpenReferral open, Move move, double now)
    {
        var (at, to) = (Instant(now), ToOf(contact, open, Instant(now)));
        var by = contact.Agent!.Id;
        contact.Tell(at, open.Id.Value, new ReferralOpened(
            open.Matter, open.DecisionKind, open.Pence, contact.Id, contact.Case, contact.InHand!.Id, open.Node, by, to, null,
            at.AddMinutes(open.WithinMinutes), open.Urgent, null));
        if (open.DecisionKind is { } kind)
            contact.Tell(at, contact.Id.Value, new DecisionReferred(
                kind, open.Pence, open.TotalPence, by, contact.Id, contact.Case, _ground.Procedure, _version.Number, open.Node, open.LimitId,
                    open.Id, open.Why));
        Outcome.Asked(to);
        contact.Referrals++;
        // The step is done again with what was noted, whoever approves it.
        contact.Then = open.Matter == ReferralMatter.Decision ? move : null;
        if (_scenario.Others(to, contact.Agent.Line!.Value) <= 0)
            return Unanswerable(contact, open, now);
        Put(_asked, slot, new AskedFrom(slot, open, to, now));
        return new Led(LedTo.Ask, Other: _scenario.TypeOf(to));
    }

    /// <summary>The lowest role that may: by the real limits where an amount is asked for.</summary>
    private Role ToOf(LedContact contact, Command.OpenReferral open, DateTimeOffset at)
    {
        if (open.Matter == ReferralMatter.Contact)
            return open.To > Role.Agent ? open.To : Role.SeniorAgent;
        var (kind, asked) = (KindOf(open), AskedFor(contact, open));
        return Roles.Line.Where(role => role >= open.AtLeast && role > Role.Agent
            && _ground.Matrix.Covers(kind, asked, new Decider(null, role), contact.Customer.Given, at))
            .FirstOrDefault(Role.Manager);
    }

    /// <summary>Nobody else is there who could: it is as if it were refused, and a contact that must go over ends.</summary>
    private Led Unanswerable(LedContact contact, Command.OpenReferral open, double now)
    {
        Outcome.Unanswered++;
        if (open.Matter == ReferralMatter.Contact)
            return Ended(contact, now);
        Hear(contact, new Move.HearRefusal(open.Id, contact.Agent!.Id), now);
        contact.Then = new Move.Skip(open.Node, SkipReason.ReferralRefused);
        return new Led(LedTo.GoOn, Hearing);
    }

    private (double Seconds, int TakenOver) TakeUp(int slot, AskedFrom asked, int group, double now)
    {
        var (contact, by, at) = (_contacts[asked.Slot]!, _seats.Sit(group), Instant(now));
        Outcome.Taken(_scenario.Levels[group].Role, now - asked.At);
        contact.Tell(at, asked.Open.Id.Value, new ReferralAccepted(by.Id), by.Id);
        if (asked.Open.Matter == ReferralMatter.Decision)
        {
            asked.By = by;
            asked.Group = group;
            var answering = _scenario.Levels[group].Answering;
            return (TwinScenario.Law(answering).Draw(ChanceOf(contact, "answering", contact.Referrals)), ContactBook.Nobody);
        }
        contact.Tell(at, asked.Open.Id.Value, new ReferralTakenOver(by.Id, contact.Agent!.Id), by.Id);
        _seats.Rise(contact.Group, contact.Agent);
        (contact.Agent, contact.Group) = (by, group);
        Do(contact, new HandlingMove.TakeOver(asked.Open.Id), now);
        Put(_contacts, slot, contact);
        (_contacts[asked.Slot], _asked[slot]) = (null, null);
        return (SecondsAt(contact), asked.Slot);
    }

    private Led Answer(int slot, AskedFrom asked, double now)
    {
        var (contact, by, open, at) = (_contacts[asked.Slot]!, asked.By!, asked.Open, Instant(now));
        var judged = FourEyes.Approve(
            contact.Agent!.Id, new Decider(by.Id, by.Line!.Value), _ground.Matrix, KindOf(open), AskedFor(contact, open), contact.Customer.Given, at);
        var approves = ChanceOf(contact, "approving", contact.Referrals).NextUniform() < _scenario.Levels[asked.Group].Approved;
        if (judged.Allowed && approves)
        {
            contact.Tell(at, open.Id.Value, new ReferralApproved(by.Id, open.Pence, judged.Value.LimitId, null), by.Id);
            Hear(contact, new Move.HearApproval(open.Id, open.Pence, by.Id), now);
        }
        else
        {
            contact.Tell(at, open.Id.Value, new ReferralRefused(by.Id, null), by.Id);
            Hear(contact, new Move.HearRefusal(open.Id, by.Id), now);
            contact.Then = new Move.Skip(open.Node, SkipReason.ReferralRefused);
        }
        _seats.Rise(asked.Group, by);
        _asked[slot] = null;
        return new Led(LedTo.Answer, Hearing, asked.Slot);
    }

    private void Hear(LedContact contact, Move heard, double now)
    {
        contact.Minutes.Clear();
        var standing = new Standing(new Decider(contact.Agent!.Id, contact.Agent.Line!.Value), Matrix.Empty, [], [], default);
        if (Interpreter.Take(contact.InHand!, heard, standing, Instant(now), contact.Minutes) is { Allowed: false } refused)
            throw new InvalidOperationException($"A rehearsed answer was not heard: {refused.Refusals[0].Code}.");
        contact.Follow(contact.Minutes, Instant(now));
    }

    private DecisionKind KindOf(Command.OpenReferral open) =>
        _ground.Kinds.FirstOrDefault(kind => kind.Code == open.DecisionKind) ?? new DecisionKind(open.DecisionKind!, open.DecisionKind!, true);

    private static Asked AskedFor(LedContact contact, Command.OpenReferral open) =>
        new(open.DecisionKind!, open.Pence, contact.Id, contact.Case, contact.Customer.Id);
}
