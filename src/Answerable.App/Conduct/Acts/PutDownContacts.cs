using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Nothing stays in the hands of one who works here no more, or handles contacts no more: the customer would wait for somebody who never comes
/// back. What they had is put down where it stood, for any colleague to resume; what they were to answer waits for another. Returns how many
/// contacts were put down.
/// </summary>
[Needs(Permission.AdministerSystem)]
public sealed record PutDownContacts : IAct<int>
{
    private static readonly Role[] Handling = [.. Access.Holding(Permission.HandleContacts)];

    internal sealed class Handler : IHandle<PutDownContacts, int>
    {
        public async Task<Outcome<int>> Handle(PutDownContacts act, ActContext context, CancellationToken stop)
        {
            var stranded = await StrandedAsync(context, stop);
            // They are gone before their contacts are: nobody is made ready who is not there.
            foreach (var agent in stranded.Select(row => row.Agent).Distinct())
                await PresenceRows.ChangeAsync(context, agent, Presence.SignedOut, stop);
            var down = 0;
            foreach (var row in stranded)
                if ((await ContactInHand.TakeAsync(context, row.Contact, new HandlingMove.PutDown(), stop)).Allowed)
                    down++;
            await StrandedReferrals.GiveBackAsync(context, stop);
            return down;
        }

        private static Task<List<HandlingRow>> StrandedAsync(ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var here = db.Set<PersonRow>().Where(person => person.DeactivatedAt == null
                && db.Set<HeldRoleRow>().Any(held => held.Person == person.Id && Handling.Contains(held.Role)));
            return db.Set<HandlingRow>().Where(row => row.ClosedAt == null && row.LeftAt == null && !here.Any(person => person.Id == row.Agent))
                .OrderBy(row => row.TakenAt).ToListAsync(stop);
        }
    }
}
