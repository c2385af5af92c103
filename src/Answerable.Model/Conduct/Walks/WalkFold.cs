using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Model.Conduct;

/// <summary>Folds facts into a walk. It needs no chart: a fact says where it led.</summary>
public static class WalkFold
{
    public static Walk? Of(IEnumerable<Entry> entries)
    {
        Walk? walk = null;
        foreach (var entry in entries)
            if (entry.Fact() is WalkFact fact)
                walk = Apply(walk, WalkId.From(entry.Subject), fact, entry.At);
        return walk;
    }

    public static Walk Apply(Walk? before, WalkId id, WalkFact fact, DateTimeOffset at)
    {
        if (fact is WalkBegun begun)
            return Begin(id, begun, at);
        var walk = before ?? throw new InvalidOperationException($"The walk {id} has facts before its beginning.");
        return fact switch
        {
            StepDone done => Learn(Leave(walk, done.Node, done.To, at, new Visit(done.Node, VisitKind.Done, at, done.Ms, done.By)
            { Under = done.Under }), done.Noted),
            DecisionAnswered answered => Leave(walk, answered.Node, answered.To, at,
                new Visit(answered.Node, VisitKind.Answered, at, answered.Ms, answered.By) { Answer = answered.Answer }) with
            {
                Answered = new Dictionary<string, string>(walk.Answered) { [answered.Node] = answered.Answer },
            },
            StepSkipped skipped => Leave(walk, skipped.Node, skipped.To, at,
                new Visit(skipped.Node, VisitKind.Skipped, at, skipped.Ms, skipped.By) { Reason = skipped.Reason }),
            WentBack back => Arrive(walk, back.To, at) with
            {
                Trail = [.. walk.Trail.SkipLast(1)],
                Reopened = walk.Reopened.Contains(back.To) ? walk.Reopened : [.. walk.Reopened, back.To],
            },
            NoteMade note => walk with { Notes = [.. walk.Notes, new WalkNote(note.Node, note.Words, at, note.By)] },
            WalkCustomerKnown known => walk with { Customer = known.Customer },
            WalkReferred referred => Learn(walk, referred.Noted ?? []) with
            {
                Waiting = new Waiting(referred.Node, referred.Referral, referred.DecisionKind, referred.Pence, at),
                Turn = walk.Turn + 1,
            },
            ApprovalHeard heard => walk with { Waiting = null, Approvals = [.. walk.Approvals, heard.Approval], Turn = walk.Turn + 1 },
            RefusalHeard heard => walk with
            {
                Waiting = null,
                Refused = [.. walk.Refused, walk.Waiting?.Node ?? walk.At],
                Denials = DenialOf(walk.Waiting, heard, at) is { } denial ? [.. walk.Denials, denial] : walk.Denials,
                Turn = walk.Turn + 1,
            },
            ReferralDropped => walk with { Waiting = null, Turn = walk.Turn + 1 },
            WalkHeld => Pause(walk, at) with { Held = true },
            WalkRetrieved => Unpause(walk with { Held = false }, at),
            WalkLeft or WalkPutDown => Pause(walk, at) with { Left = true, Turn = walk.Turn + 1 },
            WalkResumed resumed => Unpause(walk with { Left = false }, at) with
            {
                Agent = resumed.By,
                Waiting = walk.Waiting?.Referral == resumed.Referral ? null : walk.Waiting,
                Turn = walk.Turn + 1,
            },
            WalkFinished finished => Close(walk, new WalkEnd(finished.Ending, finished.Resolved, false, at)),
            WalkBrokenOff broken => Close(walk, new WalkEnd(broken.Reason.Words(), broken.Resolved, true, at)),
            _ => throw new InvalidOperationException($"No fold for {fact.GetType().Name}."),
        };
    }

    internal static Denial? DenialOf(Waiting? asked, RefusalHeard heard, DateTimeOffset at) =>
        asked is { DecisionKind: { } kind } ? new Denial(asked.Node, asked.Referral, kind, asked.Pence, heard.By, at) : null;

    private static Walk Begin(WalkId id, WalkBegun begun, DateTimeOffset at) =>
        new(id, begun.Contact, begun.Case, begun.Customer, begun.Procedure, begun.Version)
        {
            At = begun.Node,
            Since = at,
            Agent = begun.By,
            Known = begun.Known.ToDictionary(noted => noted.Field),
        };

    private static Walk Leave(Walk walk, string node, string to, DateTimeOffset at, Visit visit) => Arrive(walk, to, at) with
    {
        Trail = [.. walk.Trail, visit],
        Reopened = walk.Reopened.Count == 0 ? walk.Reopened : [.. walk.Reopened.Where(reopened => reopened != node)],
    };

    private static Walk Arrive(Walk walk, string to, DateTimeOffset at) =>
        walk with { At = to, Since = at, PausedMs = 0, PausedAt = walk.PausedAt is null ? null : at, Turn = walk.Turn + 1 };

    private static Walk Learn(Walk walk, IReadOnlyList<Noted> noted)
    {
        if (noted.Count == 0)
            return walk;
        var known = new Dictionary<string, Noted>(walk.Known);
        foreach (var one in noted)
            if (one.Empty)
                known.Remove(one.Field);
            else
                known[one.Field] = one;
        return walk with { Known = known };
    }

    private static Walk Pause(Walk walk, DateTimeOffset at) => walk with { PausedAt = walk.PausedAt ?? at };

    private static Walk Unpause(Walk walk, DateTimeOffset at) =>
        walk.PausedAt is { } since && !walk.Held && !walk.Left
            ? walk with { PausedAt = null, PausedMs = walk.PausedMs + (long)(at - since).TotalMilliseconds }
            : walk;

    private static Walk Close(Walk walk, WalkEnd end) => walk with { End = end, Waiting = null, Turn = walk.Turn + 1 };
}
