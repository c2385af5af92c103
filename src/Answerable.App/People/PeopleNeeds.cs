using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What waits for those who look after people and access.</summary>
internal sealed class PeopleNeeds : INeeds
{
    public int Place => 50;

    public bool Concern(Actor who) => who.May(Permission.AdministerPeople);

    public IEnumerable<string> Topics(Actor who) =>
    [
        FactTopics.Of<PersonInvited>(), FactTopics.Of<InvitationRenewed>(), FactTopics.Of<PasswordChanged>(), FactTopics.Of<PersonMoved>(),
        FactTopics.Of<PersonDeactivated>(), FactTopics.Of<PersonReactivated>(), FactTopics.Of<SignInRefused>(),
    ];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var (db, now) = (context.Db, context.Now);
        var invited = db.Set<InvitationRow>().Where(row => row.AcceptedAt == null);
        var active = db.Set<PersonRow>().Where(person => person.DeactivatedAt == null);
        var invented = Invented.Among(db, active.Select(person => (Guid)(object)person.Id));
        return
        [
            new(await invited.CountAsync(row => row.ExpiresAt > now, stop), "invitation has not been taken up", "invitations have not been taken up",
                "/people", "mail"),
            new(await active
                .CountAsync(person => db.Set<WrongTryRow>().Any(tries => tries.Person == person.Id && tries.Until > now), stop),
                "person is locked out",
                "people are locked out", "/people", "lock", Pressing: true),
            new(await active.CountAsync(person => person.Team == null && !invented.Contains((Guid)(object)person.Id), stop),
                "person is in no team", "people are in no team", "/people", "users"),
        ];
    }
}
