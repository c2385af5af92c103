using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Which referrals somebody may open: a referral reaches whoever may decide it, in whichever team, with all that was known: those of its level and
/// above, whom it was put to, and who has had to do with it. What is put to a manager is not read below.
/// </summary>
internal static class ReferralsSeen
{
    public static IQueryable<ReferralRow> Sees(this ReadingContext context, IQueryable<ReferralRow> rows)
    {
        if (context.Who.Person is not { } me)
            return context.Who.May(Permission.TakeReferrals) ? rows : rows.Where(row => false);
        if (!context.Who.May(Permission.TakeReferrals))
            return rows.Where(row => row.RequestedBy == me);
        var (journal, number, reached) = (context.Db.Set<JournalRow>(), me.Value,
            Roles.Line.Where(role => role <= (context.Who.Line ?? Role.Agent)).ToArray());
        return rows.Where(row => reached.Contains(row.ToRole) || row.RequestedBy == me || row.AssignedTo == me || row.AcceptedBy == me
            || row.DecidedBy == me || journal.Any(line => line.Subject == (Guid)(object)row.Id && line.Actor == number));
    }
}
