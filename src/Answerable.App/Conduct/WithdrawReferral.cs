using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Takes back what one has asked.</summary>
[Needs(Permission.HandleContacts)]
public sealed record WithdrawReferral(ReferralId Referral) : IAct<Done>
{
    internal sealed class Handler : IHandle<WithdrawReferral, Done>
    {
        public async Task<Outcome<Done>> Handle(WithdrawReferral act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Referrals.FindAsync([act.Referral], stop) is not { } row)
                return ConductRefusals.NoSuchReferral;
            if (row.Referral().MayWithdraw(context.Who.Id) is { } refusal)
                return refusal;
            var handling = await context.Db.Handlings.FindAsync([row.Contact], stop);
            if (handling is not null && handling.Agent == context.Who.Id && await WalkInHand.OfAsync(context, handling, stop) is { } walk && walk.Walk.Waiting?.Referral == row.Id)
                return (await walk.TakeAsync(new Move.DropReferral(), stop)).Then<Done>(_ => Done.It);
            await ReferralRows.WithdrawAsync(context, row.Id, "The agent withdrew it.", stop);
            if (handling?.FreeReferral == row.Id.Value)
                handling.FreeReferral = null;
            return Done.It;
        }
    }
}
