using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Takes back whatever a contact of one's own waits for.</summary>
[Needs(Permission.HandleContacts)]
public sealed record WithdrawFromDesk(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<WithdrawFromDesk, Done>
    {
        public async Task<Outcome<Done>> Handle(WithdrawFromDesk act, ActContext context, CancellationToken stop)
        {
            var waiting = await context.Db.Set<ReferralRow>()
                .Where(row => row.Contact == act.Contact && (row.State == ReferralState.Open || row.State == ReferralState.Accepted))
                .OrderByDescending(row => row.OpenedAt)
                .FirstOrDefaultAsync(stop);
            return waiting is not null
                ? await ReferralRows.TakeBackAsync(context, waiting, stop)
                : new Refusal("referral.none", "Nothing waits for an answer here any more.");
        }
    }
}
