using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Conduct;

public sealed class InterpreterProperties
{
    [Fact]
    public void Whatever_is_done_the_journal_makes_the_same_walk_again_at_every_point() => Everywhere((walk, _, _) =>
        WalkJson.Write(WalkFold.Of(walk.Journal)!) == WalkJson.Write(walk.Walk));

    [Fact]
    public void No_decision_is_ever_taken_beyond_the_limit_but_by_an_approval_that_covers_it() => Everywhere((walk, before, turn) =>
        turn.Commands.OfType<Command.TakeDecision>().All(decision =>
        {
            var asked = new Asked(decision.DecisionKind, decision.Pence, before.Contact, before.Case, before.Customer);
            return walk.Matrix.Covers(walk.Standing.Kind(decision.DecisionKind), asked, walk.Decider, walk.Given, walk.Now)
                || before.Approvals.Any(approval =>
                    approval.Referral == decision.Under && (approval.Pence ?? 0) >= (decision.Pence ?? 0) && approval.At + Approval.Life > walk.Now);
        }));

    [Fact]
    public void No_approval_carries_two_decisions_at_once() => Everywhere((walk, _, _) =>
        walk.Walk.Trail.Where(visit => visit.Under is not null).GroupBy(visit => visit.Under).All(uses => uses.Count() == 1));

    [Fact]
    public void No_step_is_ever_offered_beyond_the_authority_of_the_one_who_looks() => Everywhere((walk, _, _) =>
    {
        if (walk.Walk.End is not null || walk.Walk.Left)
            return true;
        var offer = walk.Offer;
        var above = offer.Node is not Ending && offer.Node.Who > walk.Decider.Role;
        return above
            ? !offer.CanDo && !offer.CanAsk && !offer.CanSkip && offer.Answers.Count == 0 && offer.ReferTo > walk.Decider.Role
            : offer.Node is not Step || !offer.CanDo || Keeps(walk, offer);
    });

    [Fact]
    public void At_every_point_there_is_a_way_on() => Everywhere((walk, _, _) =>
    {
        if (walk.Walk.End is not null || walk.Walk.Left)
            return true;
        var offer = walk.Offer;
        return offer.CanDo || offer.CanAsk || offer.CanFinish || offer.Answers.Count > 0 || offer.Needs is not null || offer.Node is Decision;
    });

    /// <summary>What is offered is done at once up to the amount offered, and a penny more is asked for.</summary>
    private static bool Keeps(WalkThrough walk, Offer offer)
    {
        var step = (Step)offer.Node;
        IReadOnlyList<Noted> Noting(long pence) => step.Fields.Count > 0 ? [new Noted("amount", $"{pence}")] : [];
        var done = Taken(walk, new Move.Do(step.Key, Noting(offer.UpToPence ?? 1), Said: true));
        if (done is null || done.Commands.OfType<Command.OpenReferral>().Any())
            return done is null;
        if (offer.UpToPence is not { } most)
            return true;
        var over = Taken(walk, new Move.Do(step.Key, Noting(most + 1), Said: true));
        return over is null || (over.Commands.OfType<Command.OpenReferral>().Any() && !over.Commands.OfType<Command.TakeDecision>().Any());
    }

    private static Turn? Taken(WalkThrough walk, Move move)
    {
        var taken = Interpreter.Take(walk.Chart, walk.Walk, move, walk.Standing, walk.Now);
        // Only a chart that leads nowhere, or having asked for just this already, and been refused it, may stand in the way of what was offered.
        if (!taken.Allowed)
            Assert.Contains(taken.Refusals[0].Code, new[] { "walk.no-way-on", "referral.already-asked", "referral.refused-before" });
        return taken.Allowed ? taken.Value : null;
    }

    private static void Everywhere(Func<WalkThrough, Walk, Turn, bool> holds) =>
        Check.One(Tries.Of(2000), Prop.ForAll(RandomWalks.Any, script =>
    {
        var walk = new WalkThrough(script.Chart, script.Role, RandomWalks.Matrix, RandomWalks.Kinds);
        foreach (var played in script.Moves)
        {
            walk.After(played.Seconds);
            var before = walk.Walk;
            var taken = walk.Take(RandomWalks.Of(played, walk));
            if (taken.Allowed && !holds(walk, before, taken.Value))
                return false;
            if (taken.Allowed)
                walk.Count(taken.Value);
        }
        return true;
    }));
}
