using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Which people the one who asks may see. Every reading of people goes through it.</summary>
internal static class PeopleSeen
{
    public static IQueryable<PersonRow> Sees(this ReadingContext context, IQueryable<PersonRow> rows)
    {
        var (me, team) = (context.Who.Person, context.Who.Team);
        return context.Who.ScopeOf(Permission.ReadPeople) switch
        {
            Scope.Centre => rows,
            Scope.Team => rows.Where(row => (row.Team != null && row.Team == team) || row.Id == me),
            Scope.Own => rows.Where(row => row.Id == me),
            null => rows.Where(row => false),
        };
    }

    public static IQueryable<TeamRow> Sees(this ReadingContext context, IQueryable<TeamRow> rows)
    {
        var team = context.Who.Team;
        return context.Who.ScopeOf(Permission.ReadPeople) == Scope.Centre ? rows : rows.Where(row => row.Id == team);
    }
}
