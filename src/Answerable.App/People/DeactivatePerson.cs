using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>Ends a person's access at once; what they did stays in the journal under their name.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record DeactivatePerson(PersonId Person, string Reason) : IAct<Done>
{
    internal sealed class Handler : IHandle<DeactivatePerson, Done>
    {
        public async Task<Outcome<Done>> Handle(DeactivatePerson act, ActContext context, CancellationToken stop)
        {
            var person = await context.Db.Users.FindAsync([act.Person.Value], stop);
            if (person is null)
                return PeopleRefusals.NotFound;
            if (context.Who.Person == act.Person)
                return PeopleRefusals.OneSelf;
            if (!await Administrators.OthersAsync(context.Db, person.Id, stop))
                return PeopleRefusals.LastAdministrator;
            if (person.DeactivatedAt is not null)
                return new Refusal("person.deactivated", $"{person.DisplayName} is deactivated already.");
            person.DeactivatedAt = context.Now;
            person.Presence = Presence.SignedOut;
            person.SecurityStamp = Ids.New().ToString("N");
            context.Happened(new PersonDeactivated(act.Person, Answerable.Model.Privacy.CardMask.Apply(act.Reason.Trim())), act.Person);
            return Done.It;
        }
    }
}
