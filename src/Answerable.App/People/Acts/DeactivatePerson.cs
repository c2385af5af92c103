using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Ends a person's access at once, sessions, one-time links and their own keys too; what they did stays in the journal under their
/// name.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record DeactivatePerson(PersonId Person, string Reason) : IAct<Done>
{
    private const int Longest = 200;

    internal sealed class Handler(IEnumerable<IEndWithPerson> enders) : IHandle<DeactivatePerson, Done>
    {
        public async Task<Outcome<Done>> Handle(DeactivatePerson act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<PersonRow>().FindAsync([act.Person], stop) is not { } person)
                return PeopleRefusals.NotFound;
            if (await Administrators.BarredAsync(context.Db, context.Who, act.Person, stop) is { } barred)
                return barred;
            if (person.DeactivatedAt is not null)
                return new Refusal("person.deactivated", $"{person.Name} is deactivated already.");
            var reason = act.Reason.Shown();
            if (reason.Length is 0 or > Longest)
                return new Refusal("person.no-reason", $"Say why, in up to {Longest} characters: it stands on record.", nameof(Reason));
            (person.DeactivatedAt, person.DeactivatedBy) = (context.Now, context.Who.Person);
            (await context.Db.Set<Credentials>().FindAsync([act.Person], stop))!.EndSessions(context);
            await InvitationRow.WithdrawAsync(context.Db, act.Person, stop);
            foreach (var ender in enders)
                await ender.EndAsync(context, act.Person, stop);
            context.Happened(new PersonDeactivated(act.Person, reason), act.Person);
            context.Afterwards(new PersonFollowed());
            return Done.It;
        }
    }
}
