using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

[Needs(Permission.AdministerPeople)]
public sealed record ReactivatePerson(PersonId Person) : IAct<Done>
{
    internal sealed class Handler(IEnumerable<IEndWithPerson> enders) : IHandle<ReactivatePerson, Done>
    {
        public async Task<Outcome<Done>> Handle(ReactivatePerson act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<PersonRow>().FindAsync([act.Person], stop) is not { } person)
                return PeopleRefusals.NotFound;
            if (person.DeactivatedAt is null)
                return new Refusal("person.active", $"{person.Name} is active already.");
            (person.DeactivatedAt, person.DeactivatedBy) = (null, null);
            foreach (var ender in enders)
                await ender.EndAsync(context, act.Person, stop);
            context.Happened(new PersonReactivated(act.Person), act.Person);
            return Done.It;
        }
    }
}
