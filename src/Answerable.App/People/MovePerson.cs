using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

[Needs(Permission.AdministerPeople)]
public sealed record MovePerson(PersonId Person, TeamId? Team) : IAct<Done>
{
    internal sealed class Handler : IHandle<MovePerson, Done>
    {
        public async Task<Outcome<Done>> Handle(MovePerson act, ActContext context, CancellationToken stop)
        {
            var person = await context.Db.Users.FindAsync([act.Person.Value], stop);
            if (person is null)
                return PeopleRefusals.NotFound;
            if (act.Team is { } team && !await context.Db.Teams.AnyAsync(row => row.Id == team, stop))
                return new Refusal("not-found", "That team is no longer there. Choose another.", nameof(Team));
            TeamId? from = person.TeamId is { } before ? TeamId.From(before) : null;
            if (from == act.Team)
                return Done.It;
            person.TeamId = act.Team?.Value;
            // Their cookie carries the team: the stamp makes it be read again.
            person.SecurityStamp = Ids.New().ToString("N");
            context.Happened(new PersonMoved(act.Person, from, act.Team), act.Person);
            return Done.It;
        }
    }
}
