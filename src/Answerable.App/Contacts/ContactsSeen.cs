using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Contacts;

/// <summary>Which contacts the one who asks may see. Every reading of contacts goes through it.</summary>
internal static class ContactsSeen
{
    public static IQueryable<ContactRow> Sees(this ReadingContext context, IQueryable<ContactRow> rows)
    {
        var (me, team, handled) = (context.Who.Person, context.Who.Team, Handled.By(context.Db, context.Who.Person));
        return context.Who.ScopeOf(Permission.ReadContacts) switch
        {
            Scope.Centre => rows,
            // What nobody has answered is everybody's still: it must be seen that it waits, and that it was lost.
            Scope.Team => rows.Where(row => (row.Team != null && row.Team == team) || (row.Agent != null && row.Agent == me)
                || handled.Contains((Guid)(object)row.Id) || (row.Team == null && row.Agent == null)),
            Scope.Own => rows.Where(row => (row.Agent != null && row.Agent == me) || handled.Contains((Guid)(object)row.Id)),
            null => rows.Where(row => false),
        };
    }
}
