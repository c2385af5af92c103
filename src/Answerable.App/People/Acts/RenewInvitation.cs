using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Makes a new one-time way in for a person who has lost their password or let the invitation lapse.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record RenewInvitation(PersonId Person) : IAct<InvitePerson.Invitation>
{
    internal sealed class Handler : IHandle<RenewInvitation, InvitePerson.Invitation>
    {
        public async Task<Outcome<InvitePerson.Invitation>> Handle(RenewInvitation act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<PersonRow>().FindAsync([act.Person], stop) is not { } person)
                return PeopleRefusals.NotFound;
            if (person.DeactivatedAt is not null)
                return new Refusal("person.deactivated", $"{person.Name} is deactivated. Reactivate them first.");
            await InvitationRow.WithdrawAsync(context.Db, act.Person, stop);
            var (invitation, token) = InvitationRow.For(act.Person, context.Now);
            context.Db.Add(invitation);
            context.Happened(new InvitationRenewed(act.Person), act.Person);
            return new InvitePerson.Invitation(act.Person, token);
        }
    }
}
