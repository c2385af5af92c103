using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Accepts a referral: a decision is then one's own to take; a contact comes over to one's desk with all that is known.</summary>
[Needs(Permission.TakeReferrals)]
public sealed record AcceptReferral(ReferralId Referral) : IAct<AcceptReferral.Accepted>
{
    /// <param name="TakenOver">The contact that is now on one's own desk, where the contact itself was referred.</param>
    public sealed record Accepted(ReferralId Referral, ContactId? TakenOver);

    internal sealed class Handler : IHandle<AcceptReferral, Accepted>
    {
        public async Task<Outcome<Accepted>> Handle(AcceptReferral act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ReferralRow>().FindAsync([act.Referral], stop) is not { } row)
                return ConductRefusals.NoSuchReferral;
            if (row.Referral().MayAccept(context.Who.Id, await Colleagues.NameAsync(context.Db, row.AcceptedBy, stop)) is { } refusal)
                return refusal;
            if (await GreaterAuthority.RefusalAsync(context, row, stop) is { } beyond)
                return beyond;
            if (row.State == ReferralState.Accepted)
                return new Accepted(row.Id, null);
            (row.AcceptedBy, row.AcceptedAt, row.State, row.GivenBackAt) = (context.Who.Id, Instant.Of(context.Now), ReferralState.Accepted, null);
            context.Happened(new ReferralAccepted(context.Who.Id), row.Id, row.Kind);
            ReferralRows.Told(context, row);
            return row.Matter == ReferralMatter.Contact ? await TakeOverAsync(context, row, stop) : new Accepted(row.Id, null);
        }

        private static async Task<Outcome<Accepted>> TakeOverAsync(ActContext context, ReferralRow row, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, row.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            var from = inHand.Row.Agent;
            var taken = await inHand.TakeAsync(new HandlingMove.TakeOver(row.Id), stop);
            if (!taken.Allowed)
                return taken.As<Accepted>();
            (row.State, row.ClosedAt, row.DecidedBy) = (ReferralState.TakenOver, row.AcceptedAt, context.Who.Id);
            context.Happened(new ReferralTakenOver(context.Who.Id, from), row.Id, row.Kind);
            return new Accepted(row.Id, row.Contact);
        }
    }

    /// <summary>Whether one's role or limit is enough for a referral; if not, who could and where it is.</summary>
    internal static class GreaterAuthority
    {
        public static async Task<Refusal?> RefusalAsync(ActContext context, ReferralRow row, CancellationToken stop)
        {
            if (context.Who.Line is null)
                return DeskRefusals.NotInLine;
            var route = await Route.ForAsync(context.Db, row, Instant.Of(context.Now), stop);
            return await RefusalAsync(context.Db, row, route, Decider.Of(context.Who), stop);
        }

        public static async Task<Refusal?> RefusalAsync(
            AnswerableDb db, ReferralRow row, Route route, Decider who, CancellationToken stop)
        {
            if (who.Role >= row.ToRole || row.AssignedTo == who.Person || route.Covers(who))
                return null;
            var with = row.AssignedTo is null ? "It waits for any of them" : $"{await Colleagues.NameAsync(db, row.AssignedTo, stop)} has it";
            return new Refusal("referral.greater-authority", $"This one is for a {row.ToRole.Words().ToLowerInvariant()}. {with}.");
        }
    }
}
