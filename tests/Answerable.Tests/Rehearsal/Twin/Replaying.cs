using System.Globalization;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Rehearsal.Twin;

/// <summary>Takes every move of a journal again, from its facts alone: the interpreter must allow it and come to the very same facts.</summary>
internal static class Replaying
{
    /// <returns>How many facts of walks were replayed.</returns>
    public static int Of(IReadOnlyList<Entry> journal, Chart chart, TwinGround ground)
    {
        var (walks, given, replayed) = (new Dictionary<Guid, Walk>(), new List<Given>(), 0);
        foreach (var entry in journal)
        {
            if (entry.Fact() is DecisionTaken { Pence: { } pence } taken)
                given.Add(new Given(taken.DecisionKind, pence, taken.Contact, taken.Case, taken.Customer, entry.At));
            if (entry.Fact() is not WalkFact fact)
                continue;
            replayed++;
            if (fact is WalkBegun)
            {
                walks.Add(entry.Subject, WalkFold.Apply(null, WalkId.From(entry.Subject), fact, entry.At));
                continue;
            }
            var walk = walks[entry.Subject];
            var own = given.Where(line => line.Customer == walk.Customer).ToList();
            var by = Decider(fact is WalkResumed resumed ? resumed.By : walk.Agent);
            var again = Interpreter.Take(chart, walk, MoveOf(fact, chart), new Standing(by, ground.Matrix, ground.Kinds, own, Spare(fact)), entry.At);
            Assert.True(again.Allowed, $"{entry.Name} at {entry.At:HH:mm:ss}: {string.Join(' ', again.Refusals)}");
            Assert.Equal(entry.Body, FactCatalogue.Write(Assert.Single(again.Value.Facts)));
            walks[entry.Subject] = again.Value.Walk;
        }
        foreach (var (subject, walk) in walks)
            Assert.Equal(WalkJson.Write(walk), WalkJson.Write(WalkFold.Of(journal.Where(entry => entry.Subject == subject))!));
        return replayed;
    }

    private static Move MoveOf(WalkFact fact, Chart chart) => fact switch
    {
        StepDone done => new Move.Do(done.Node, done.Noted, done.Said),
        DecisionAnswered answered => new Move.Choose(answered.Node, answered.Answer),
        StepSkipped skipped => new Move.Skip(skipped.Node, skipped.Reason, skipped.Words),
        WalkReferred { DecisionKind: null } => new Move.Refer(Guid.Empty),
        WalkReferred asked => new Move.Do(asked.Node, [.. asked.Noted ?? [], Amount(asked, chart)], Said: true),
        ApprovalHeard heard => new Move.HearApproval(heard.Approval.Referral, heard.Approval.Pence, heard.Approval.By),
        RefusalHeard heard => new Move.HearRefusal(heard.Referral, heard.By),
        WalkResumed resumed => new Move.Resume(resumed.Referral),
        WalkFinished => new Move.Finish(),
        WalkBrokenOff broken => new Move.BreakOff(broken.Reason),
        _ => throw new InvalidOperationException($"A rehearsal makes no {fact.GetType().Name}."),
    };

    private static Noted Amount(WalkReferred asked, Chart chart) =>
        new(((Step)chart.Find(asked.Node)!).Authority!.AmountField!, asked.Pence!.Value.ToString(CultureInfo.InvariantCulture));

    private static ReferralId Spare(WalkFact fact) => fact is WalkReferred referred ? referred.Referral : default;

    // The invented people of a rehearsal bear their role in their id.
    private static Decider Decider(PersonId person) => new(person, (Role)BitConverter.ToInt16(person.Value.ToByteArray(), 4));
}
