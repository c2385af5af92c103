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
            return await context.Db.Set<ReferralRow>().FindAsync([act.Referral], stop) is { } row
                ? await ReferralRows.TakeBackAsync(context, row, stop)
                : ConductRefusals.NoSuchReferral;
        }
    }
}
