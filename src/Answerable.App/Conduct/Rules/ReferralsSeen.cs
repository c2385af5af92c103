using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>
/// Which referrals somebody may open: a referral reaches whoever may decide such, in whichever team, with all that was known; and whoever asked sees
/// what became of it.
/// </summary>
internal static class ReferralsSeen
{
    public static IQueryable<ReferralRow> Sees(this ReadingContext context, IQueryable<ReferralRow> rows)
    {
        var me = context.Who.Person;
        return context.Who.May(Permission.TakeReferrals) ? rows : rows.Where(row => row.RequestedBy == me);
    }
}
