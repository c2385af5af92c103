using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.People;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Which contacts at hand the one at the desk may open: their own, those they had before another did, those left for anybody to resume, those
/// that a referral brings to them, and by role their team's. A referral reaches whoever may decide it, in whichever team.
/// </summary>
internal static class DeskSeen
{
    /// <summary>Whether one that has been read may be seen. One's own is the usual, and is known without asking.</summary>
    public static async Task<bool> SeesAsync(this ReadingContext context, HandlingRow row, CancellationToken stop) =>
        (row.Agent == context.Who.Person && context.Who.ScopeOf(Permission.HandleContacts) is not null)
        || await context.Sees(context.Db.Set<HandlingRow>()).AnyAsync(seen => seen.Contact == row.Contact, stop);

    public static IQueryable<HandlingRow> Sees(this ReadingContext context, IQueryable<HandlingRow> rows)
    {
        var (db, me, team, line) = (context.Db, context.Who.Person, context.Who.Team, context.Who.Line ?? Role.Agent);
        var scope = context.Who.ScopeOf(Permission.HandleContacts);
        if (scope is null)
            return rows.Where(row => false);
        if (scope == Scope.Centre)
            return rows;
        var (ofTeam, reached) = (scope == Scope.Team && team is not null, Roles.Line.Where(role => role <= line).ToArray());
        var handled = Handled.By(db, me);
        return rows.Where(row => row.Agent == me || handled.Contains((Guid)(object)row.Contact)
            || (row.LeftAt != null && row.ClosedAt == null)
            || (ofTeam && db.Set<PersonRow>().Any(person => person.Id == row.Agent && person.Team == team))
            || db.Set<ReferralRow>().Any(referral => referral.Contact == row.Contact
                && (referral.RequestedBy == me || referral.AssignedTo == me || referral.AcceptedBy == me
                || (referral.State == ReferralState.Open && reached.Contains(referral.ToRole)))));
    }
}
