using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

[Needs(Permission.AdministerPeople)]
public sealed record ChangeRoles(PersonId Person, IReadOnlyList<Role> Roles) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChangeRoles, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeRoles act, ActContext context, CancellationToken stop)
        {
            var person = await context.Db.Users.FindAsync([act.Person.Value], stop);
            if (person is null)
                return PeopleRefusals.NotFound;
            if (act.Roles.Count == 0)
                return new Refusal("person.no-role", "Choose at least one role, or deactivate the person.", nameof(Roles));
            var before = await RoleRows.OfAsync(context.Db, person.Id, stop);
            if (before.Contains(Role.Administrator) && !act.Roles.Contains(Role.Administrator)
                && !await Administrators.OthersAsync(context.Db, person.Id, stop))
                return PeopleRefusals.LastAdministrator;
            await RoleRows.SetAsync(context.Db, person.Id, [.. act.Roles], stop);
            person.SecurityStamp = Ids.New().ToString("N");
            context.Happened(new RolesChanged(act.Person, before, act.Roles), act.Person);
            return Done.It;
        }
    }
}
