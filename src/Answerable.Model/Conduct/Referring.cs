using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>Passing a decision, or the contact itself, to greater authority. Over the limit is a way on, never an end.</summary>
internal static class Referring
{
    private const int UrgentMinutes = 2;
    private const int UsualMinutes = 15;

    public static Outcome<Done> OverLimit(
        WalkState walk, Place place, Move.Do move, Deciding.Over over, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        var step = place.Step!;
        if (walk.Waiting is { } waiting && waiting.Node == step.Key && waiting.DecisionKind == over.Kind.Code && waiting.Pence == over.Pence)
            return new Refusal("referral.already-asked",
                "This has been asked already and waits for its answer. Meanwhile you may note, go back, or do it within your own limit.");
        if (move.Words is null && walk.DenialOf(over.Kind.Code, over.Pence) is { } denial)
            return RefusedBefore(step, denial, standing);
        var beside = move.Noted.Where(noted => !noted.Empty && noted.Field != step.Authority?.AmountField).ToArray();
        DropQuestion(walk, standing, "It was asked for differently.", minutes);
        minutes?.Write(new WalkReferred(step.Key, standing.Spare, over.Kind.Code, over.Pence, standing.By, beside.Length > 0 ? beside : null));
        minutes?.Write(Asking(step, move, over, standing.Spare));
        walk.Learn(place, beside);
        walk.Await(new Waiting(step.Key, standing.Spare, over.Kind.Code, over.Pence, at));
        return Done.It;
    }

    public static Outcome<Done> Refer(WalkState walk, Move.Refer move, Standing standing, DateTimeOffset at, Minutes? minutes)
    {
        var point = walk.Place?.Step?.Referral;
        var to = ToOf(walk.Node, point, move, standing);
        DropAny(walk, standing, "The contact itself was referred.", minutes);
        minutes?.Write(new WalkReferred(walk.At, standing.Spare, null, null, standing.By));
        minutes?.Write(new Command.OpenReferral(standing.Spare, ReferralMatter.Contact, walk.At, to, WithinOf(point, move), point?.When ?? "")
        {
            AtLeast = to,
            Words = move.Words,
            TellCustomer = point?.TellCustomer ?? "",
            Urgent = move.Urgent,
        });
        walk.Await(new Waiting(walk.At, standing.Spare, null, null, at));
        return Done.It;
    }

    /// <summary>No procedure guides the contact: it goes one role up, or where it was asked to go, and never to an agent.</summary>
    public static Command.OpenReferral Freely(HandlingMove.Refer move, Role own, ReferralId id)
    {
        var next = move.To is { } asked && Roles.Line.Contains(asked) ? asked : Default(null, null, own);
        var to = move.Urgent && next < Role.TeamLeader ? Role.TeamLeader : next < Role.SeniorAgent ? Role.SeniorAgent : next;
        return new Command.OpenReferral(id, ReferralMatter.Contact, "", to, move.Urgent ? UrgentMinutes : UsualMinutes, "")
        {
            AtLeast = to,
            Words = move.Words,
            Urgent = move.Urgent,
        };
    }

    public static Outcome<Done> Drop(WalkState walk, Standing standing, Minutes? minutes)
    {
        if (walk.Waiting is null)
            return new Refusal("referral.none", "Nothing waits for an answer here.");
        DropAny(walk, standing, "The agent withdrew it.", minutes);
        return Done.It;
    }

    public static Outcome<Done> Hear(WalkState walk, Move.HearApproval heard, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Waiting is not { DecisionKind: { } kind } waiting || waiting.Referral != heard.Referral)
            return NotAwaited();
        var approval = new Approval(heard.Referral, kind, heard.Pence, walk.Case, walk.Procedure, walk.Version, heard.By, at);
        minutes?.Write(new ApprovalHeard(approval));
        walk.Approve(approval);
        return Done.It;
    }

    public static Outcome<Done> Hear(WalkState walk, Move.HearRefusal heard, DateTimeOffset at, Minutes? minutes)
    {
        if (walk.Waiting?.Referral != heard.Referral)
            return NotAwaited();
        var told = new RefusalHeard(heard.Referral, heard.By);
        minutes?.Write(told);
        walk.Refuse(told, at);
        return Done.It;
    }

    /// <summary>Moving on without the answer to a decision drops the question; a contact that waits to be taken over goes on waiting.</summary>
    public static void DropQuestion(WalkState walk, Standing standing, string why, Minutes? minutes)
    {
        if (walk.Waiting?.DecisionKind is not null)
            DropAny(walk, standing, why, minutes);
    }

    public static void CloseAny(WalkState walk, string why, Minutes? minutes)
    {
        if (walk.Waiting is { } waiting)
            minutes?.Write(new Command.CloseReferral(waiting.Referral, why));
    }

    private static void DropAny(WalkState walk, Standing standing, string why, Minutes? minutes)
    {
        if (walk.Waiting is not { } waiting)
            return;
        minutes?.Write(new ReferralDropped(waiting.Referral, standing.By));
        minutes?.Write(new Command.CloseReferral(waiting.Referral, why));
        walk.Drop();
    }

    private static Command.OpenReferral Asking(Step step, Move.Do move, Deciding.Over over, ReferralId id)
    {
        var to = Above(over.Judgement.ReferTo ?? Role.Manager, step.Referral);
        return new Command.OpenReferral(id, ReferralMatter.Decision, step.Key, to, step.Referral?.WithinMinutes ?? UsualMinutes,
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
    }

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

    private static int WithinOf(ReferralPoint? point, Move.Refer move) => move.Urgent ? UrgentMinutes : point?.WithinMinutes ?? UsualMinutes;

    private static Role Above(Role role, ReferralPoint? point) =>
        point is not null && Roles.Line.Contains(point.To) && point.To > role ? point.To : role;

    private static Refusal RefusedBefore(Step step, Denial denial, Standing standing) => denial.Pence is { } pence
        ? new("referral.refused-before",
            $"{standing.Matrix.Currency.Words(pence)} was refused here. Enter less, or say what has changed since under \"What they should know\".",
            step.Authority!.AmountField)
        : new("referral.refused-before",
            "This was refused here. Say what has changed since under \"What they should know\", or leave the step out.", "why");

    private static Refusal NotAwaited() => new("referral.not-awaited", "The desk no longer waits for this answer.");
}
