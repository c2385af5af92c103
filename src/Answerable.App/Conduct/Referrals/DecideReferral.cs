using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Approves or refuses what was asked. An approval holds for this amount, case and version, and comes back to the desk that asked.</summary>
/// <param name="Pence">A lower amount than was asked for; all of it where none is named.</param>
[Needs(Permission.TakeReferrals)]
public sealed record DecideReferral(ReferralId Referral, bool Approve, string? Reason = null, long? Pence = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<DecideReferral, Done>
    {
        public async Task<Outcome<Done>> Handle(DecideReferral act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ReferralRow>().FindAsync([act.Referral], stop) is not { } row)
                return ConductRefusals.NoSuchReferral;
            if (row.Matter == ReferralMatter.Contact)
                return new Refusal("referral.take-over", "Here the contact itself is referred: take it over, or pass it on.");
            if (row.Referral().MayDecide(context.Who.Id, await Colleagues.NameAsync(context.Db, row.AcceptedBy, stop)) is { } refusal)
                return refusal;
            if (!act.Approve && act.Reason.Shown().Length == 0)
                return new Refusal("referral.no-reason", "Say why, so that the agent can explain it to the customer.", nameof(Reason));
            return act.Approve ? await ApproveAsync(act, context, row, stop) : await RefuseAsync(act, context, row, stop);
        }

        private static async Task<Outcome<Done>> ApproveAsync(DecideReferral act, ActContext context, ReferralRow row, CancellationToken stop)
        {
            if (context.Who.Line is null)
                return DeskRefusals.NotInLine;
            var (at, pence) = (Instant.Of(context.Now), act.Pence ?? row.Pence);
            var route = await Route.ForAsync(context.Db, row, at, stop);
            if (act.Pence is < 0 || act.Pence > row.Pence)
                return new Refusal("referral.amount", $"Approve up to {route.Matrix.Currency.Words(row.Pence ?? 0)}, which is what was asked for.",
                    nameof(Pence));
            if (route.Kind!.Money && pence is 0 && row.Pence > 0)
                return new Refusal("referral.nothing", "To approve nothing is to refuse it: press Refuse, and say why.", nameof(Pence));
            var judged =
                FourEyes.Approve(row.RequestedBy, Decider.Of(context.Who), route.Matrix, route.Kind!, row.Asked(pence), route.Given, at,
                    route.Deciders(await Colleagues.OfAsync(context.Db, stop)));
            if (!judged.Allowed)
                return judged.Then<Done>(_ => Done.It);
            await CloseAsync(act, context, row, ReferralState.Approved, stop);
            row.ApprovedPence = pence;
            context.Happened(new ReferralApproved(context.Who.Id, pence, judged.Value.LimitId, row.Answer), row.Id, row.Kind);
            return await HearAsync(context, row, new Move.HearApproval(row.Id, pence, context.Who.Id), stop);
        }

        private static async Task<Outcome<Done>> RefuseAsync(DecideReferral act, ActContext context, ReferralRow row, CancellationToken stop)
        {
            await CloseAsync(act, context, row, ReferralState.Refused, stop);
            context.Happened(new ReferralRefused(context.Who.Id, row.Answer), row.Id, row.Kind);
            return await HearAsync(context, row, new Move.HearRefusal(row.Id, context.Who.Id), stop);
        }

        private static async Task CloseAsync(DecideReferral act, ActContext context, ReferralRow row, ReferralState state, CancellationToken stop)
        {
            row.Answer = await OwnWords.KeepAsync(context.Db, row.Customer?.Value ?? row.Contact.Value, act.Reason, stop);
            (row.State, row.ClosedAt, row.DecidedBy, row.DecidedAs) = (state, Instant.Of(context.Now), context.Who.Id, context.Who.Line);
            ReferralRows.Told(context, row);
        }

        private static async Task<Outcome<Done>> HearAsync(ActContext context, ReferralRow row, Move heard, CancellationToken stop)
        {
            if (await context.Db.Set<HandlingRow>().FindAsync([row.Contact], stop) is not { } handling
                || await WalkInHand.OfAsync(context, handling, stop) is not { } walk)
                return ConductRefusals.NoWalk;
            return (await walk.TakeAsync(heard, stop)).Then<Done>(_ => Done.It);
        }
    }
}
