using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>After-contact work is done; the contact closes.</summary>
/// <param name="Reason">Why it closes before the procedure reached an outcome, where it did not.</param>
/// <param name="Resolved">Whether the matter is settled, where no procedure guided the contact.</param>
[Needs(Permission.HandleContacts)]
public sealed record FinishWrap(ContactId Contact, BreakOffReason? Reason = null, bool? Resolved = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<FinishWrap, Done>
    {
        public async Task<Outcome<Done>> Handle(FinishWrap act, ActContext context, CancellationToken stop)
        {
            var mine = await OnDesk.MineAsync(context, act.Contact, stop);
            if (!mine.Allowed)
                return mine.Then<Done>(_ => Done.It);
            var handling = mine.Value;
            if (handling.EndedAt is null && await EndContact.Handler.OverAsync(context, handling, stop) is { Allowed: false } open)
                return open;
            if (await OutcomeAsync(act, context, handling, stop) is { Allowed: false } undecided)
                return undecided;
            handling.ClosedAt = Instant.Of(context.Now);
            context.Happened(new ContactWrapped(), handling.Contact, handling.Kind);
            await Presenting.FreeAsync(context, context.Who.Id, handling.Contact, stop);
            return Done.It;
        }

        private static async Task<Outcome<Done>> OutcomeAsync(FinishWrap act, ActContext context, HandlingRow handling, CancellationToken stop)
        {
            if (await WalkInHand.OfAsync(context, handling, stop) is { } walk)
                return await OfWalkAsync(act, walk, stop);
            if (act.Resolved is not { } resolved)
                return new Refusal("contact.no-outcome", "Say whether the customer's matter is settled.", nameof(Resolved));
            context.Happened(new ContactResolved(resolved, "free"), handling.Contact, handling.Kind);
            if (handling.FreeReferral is { } referral)
                await ReferralRows.WithdrawAsync(context, ReferralId.From(referral), "The contact was closed.", stop);
            return Done.It;
        }

        private static async Task<Outcome<Done>> OfWalkAsync(FinishWrap act, WalkInHand walk, CancellationToken stop)
        {
            if (walk.Walk.End is not null)
                return Done.It;
            if (walk.Node is Ending)
                return (await walk.TakeAsync(new Move.Finish(), stop)).Then<Done>(_ => Done.It);
            return act.Reason is { } reason
                ? (await walk.TakeAsync(new Move.BreakOff(reason), stop)).Then<Done>(_ => Done.It)
                : new Refusal("walk.no-outcome", "The procedure has not reached an outcome. Go on to one, or say why it ends here.", "breakReason");
        }
    }
}
