using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

[Needs(Permission.AdministerPeople)]
public sealed record FormTeam(string Name) : IAct<TeamId>
{
    internal sealed class Handler : IHandle<FormTeam, TeamId>
    {
        public async Task<Outcome<TeamId>> Handle(FormTeam act, ActContext context, CancellationToken stop)
        {
            var name = act.Name.Shown();
            if (name.Length is 0 or > 80)
                return new Refusal("team.name", "Give the team a name of up to 80 characters.", nameof(Name));
            if (name.NameRefused(nameof(Name)) is { } unreadable)
                return unreadable;
            if (await context.Db.Set<TeamRow>().Select(row => row.Name).HoldAsync(name, stop))
                return new Refusal("team.name-taken", "There is a team of this name already.", nameof(Name));
            var team = new TeamRow { Id = Ids.New<TeamId>(), Name = name };
            context.Db.Set<TeamRow>().Add(team);
            context.Happened(new TeamFormed(team.Id, name), team.Id);
            return team.Id;
        }
    }
}
