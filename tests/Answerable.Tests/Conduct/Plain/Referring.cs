using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Conduct.Plain;

/// <summary>Passing a decision, or the contact itself, to greater authority. Over the limit is a way on, never an end.</summary>
internal static class Referring
{
    private const int UrgentMinutes = 2;

    public static Outcome<Turn> OverLimit(Walk walk, Step step, Move.Do move, Deciding.Over over, Standing standing, DateTimeOffset at)
    {
        if (walk.Waiting is { } waiting && waiting.Node == step.Key && waiting.DecisionKind == over.Kind.Code && waiting.Pence == over.Pence)
            return new Refusal("referral.already-asked",
                "This has been asked already and waits for its answer. Meanwhile you may note, go back, or do it within your own limit.");
        if (move.Words is null
            && walk.Denials.LastOrDefault(denial => denial.Covers(step.Key, over.Kind.Code, over.Pence)) is { } refused)
            return refused.Pence is { } much
                ? new Refusal("referral.refused-before", $"{standing.Matrix.Currency.Words(much)} was refused here. "
                    + "Enter less, or say what has changed since under \"What they should know\".", step.Authority!.AmountField)
                : new Refusal("referral.refused-before",
                    "This was refused here. Say what has changed since under \"What they should know\", or leave the step out.", "why");
        var to = Above(over.Judgement.ReferTo ?? Role.Manager, step.Referral);
        var open = new Command.OpenReferral(standing.Spare, ReferralMatter.Decision, step.Key, to, step.Referral?.WithinMinutes ?? 15,
            over.Judgement.Sentence)
        {
            AtLeast = step.Referral is { } point && Roles.Line.Contains(point.To) ? point.To : Role.SeniorAgent,
            Words = move.Words,
            DecisionKind = over.Kind.Code,
            Pence = over.Pence,
            TotalPence = over.Judgement.TotalPence,
            LimitId = over.Judgement.LimitId,
            TellCustomer = step.Referral?.TellCustomer ?? "",
        };
        var beside = move.Noted.Where(noted => !noted.Empty && noted.Field != step.Authority?.AmountField).ToArray();
        return Turns.Of(walk, at,
            [.. Dropping(walk, standing), new WalkReferred(step.Key, standing.Spare, over.Kind.Code, over.Pence, standing.By, beside.Length > 0
                ? beside : null)],
            [.. Closing(walk, "It was asked for differently."), open]);
    }

    public static Turn Refer(Chart chart, Walk walk, Move.Refer move, Standing standing, DateTimeOffset at)
    {
        var node = chart.Find(walk.At);
        var point = (node as Step)?.Referral;
        var to = ToOf(node, point, move, standing);
        var open = new Command.OpenReferral(standing.Spare, ReferralMatter.Contact, walk.At, to, WithinOf(point, move), point?.When ?? "")
        {
            AtLeast = to,
            Words = move.Words,
            TellCustomer = point?.TellCustomer ?? "",
            Urgent = move.Urgent,
        };
        return Turns.Of(walk, at,
            [.. DroppingAny(walk, standing), new WalkReferred(walk.At, standing.Spare, null, null, standing.By)],
            [.. ClosingAny(walk, "The contact itself was referred."), open]);
    }

    public static Outcome<Turn> Drop(Walk walk, Standing standing, DateTimeOffset at) => walk.Waiting is null
        ? new Refusal("referral.none", "Nothing waits for an answer here.")
        : Turns.Of(walk, at, DroppingAny(walk, standing), ClosingAny(walk, "The agent withdrew it."));

    public static Outcome<Turn> Hear(Walk walk, Move.HearApproval heard, DateTimeOffset at)
    {
        if (walk.Waiting is not { DecisionKind: { } kind } waiting || waiting.Referral != heard.Referral)
            return NotAwaited();
        var approval = new Approval(heard.Referral, kind, heard.Pence, walk.Case, walk.Procedure, walk.Version, heard.By, at);
        return Turns.Of(walk, at, [new ApprovalHeard(approval)]);
    }

    public static Outcome<Turn> Hear(Walk walk, Move.HearRefusal heard, DateTimeOffset at) =>
        walk.Waiting?.Referral == heard.Referral ? Turns.Of(walk, at, [new RefusalHeard(heard.Referral, heard.By)]) : NotAwaited();

    /// <summary>Moving on without the answer to a decision drops the question; a contact that waits to be taken over goes on waiting.</summary>
    public static IReadOnlyList<WalkFact> Dropping(Walk walk, Standing standing) =>
        walk.Waiting?.DecisionKind is null ? [] : DroppingAny(walk, standing);

    public static IReadOnlyList<Command> Closing(Walk walk, string why) => walk.Waiting?.DecisionKind is null ? [] : ClosingAny(walk, why);

    public static IReadOnlyList<WalkFact> DroppingAny(Walk walk, Standing standing) =>
        walk.Waiting is { } waiting ? [new ReferralDropped(waiting.Referral, standing.By)] : [];

    public static IReadOnlyList<Command> ClosingAny(Walk walk, string why) =>
        walk.Waiting is { } waiting ? [new Command.CloseReferral(waiting.Referral, why)] : [];

    /// <summary>The role a contact goes to from here when nobody says otherwise.</summary>
    public static Role Default(Node? node, ReferralPoint? point, Role own)
    {
        var next = Roles.Line.FirstOrDefault(role => role > own, Role.Manager);
        return node is not null && Lane.Beyond(node, own) is { } needed ? Above(needed, point)
            : point is not null && point.To > own ? Above(point.To, point)
            : next;
    }

    private static Role ToOf(Node? node, ReferralPoint? point, Move.Refer move, Standing standing)
    {
        var role = Default(node, point, standing.Decider.Role);
        if (move.To is { } asked && Roles.Line.Contains(asked) && (node is null || asked >= Lane.Needed(node)))
            role = asked;
        return move.Urgent && role < Role.TeamLeader ? Role.TeamLeader : role;
    }

    private static int WithinOf(ReferralPoint? point, Move.Refer move) => move.Urgent ? UrgentMinutes : point?.WithinMinutes ?? 15;

    private static Role Above(Role role, ReferralPoint? point) =>
        point is not null && Roles.Line.Contains(point.To) && point.To > role ? point.To : role;

    private static Refusal NotAwaited() => new("referral.not-awaited", "The desk no longer waits for this answer.");
}
