using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What waits for those who take referrals.</summary>
internal sealed class ReferralNeeds : INeeds
{
    public int Place => 10;

    public bool Concern(Actor who) => who.May(Permission.TakeReferrals);

    public IEnumerable<string> Topics(Actor who) => Conduct.Topics.ReferralsTo(who);

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var (me, role, now) = (context.Who.Id, context.Who.Line ?? Role.Agent, context.Now);
        var waiting = context.Db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .Where(row => row.RequestedBy != me)
            .Where(row =>
                row.AcceptedBy == me || (row.AcceptedBy == null && (row.AssignedTo == me || (row.AssignedTo == null && row.ToRole <= role))));
        var (all, late) = (await waiting.CountAsync(stop), await waiting.CountAsync(row => row.AnswerBy < now, stop));
        return
        [
            new(late, "referral is past the time promised", "referrals are past the time promised", "/referrals", "alert-triangle", Pressing: true),
            new(all - late, "referral waits for you", "referrals wait for you", "/referrals", "route", Pressing: true),
        ];
    }
}
