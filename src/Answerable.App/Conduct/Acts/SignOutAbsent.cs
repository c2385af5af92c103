using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Nobody stays ready who has closed their browser: contacts and referrals would go where nobody sees them, and the time would count as waiting for
/// work. One with a customer is left as they are, for the conversation may go on without the screen. Only one whom no node has written down
/// as seen is absent. One deactivated is not there at all. Returns how many were signed out.
/// </summary>
[Needs(Permission.AdministerSystem)]
public sealed record SignOutAbsent : IAct<int>
{
    private static readonly Presence[] ReadyForWork = [Presence.Ready, Presence.OtherWork];

    internal sealed class Handler(Attendance attendance) : IHandle<SignOutAbsent, int>
    {
        public async Task<Outcome<int>> Handle(SignOutAbsent act, ActContext context, CancellationToken stop)
        {
            var gone = await AwayAsync(context, stop);
            foreach (var person in gone)
                await PresenceRows.ChangeAsync(context, person, Presence.SignedOut, stop);
            return gone.Count;
        }

        private async Task<List<PersonId>> AwayAsync(ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var gone = await db.Set<PresenceRow>().Where(row => row.Presence != Presence.SignedOut)
                .Where(row => db.Set<PersonRow>().Any(person => person.Id == row.Person && person.DeactivatedAt != null))
                .Select(row => row.Person).ToListAsync(stop);
            var longAgo = context.Now - Attendance.Patience;
            if (attendance.Opened >= longAgo)
                return gone;
            // An invented person is missed only once somebody has been there in their name.
            var invented = Invented.Among(db, db.Set<PersonRow>().Select(person => (Guid)(object)person.Id));
            var absent = db.Set<PresenceRow>().Where(row => ReadyForWork.Contains(row.Presence) && !gone.Contains(row.Person))
                .Where(row => !db.Set<AttendanceRow>().Any(seen => seen.Person == row.Person && seen.SeenAt >= longAgo))
                .Where(row => db.Set<AttendanceRow>().Any(seen => seen.Person == row.Person)
                    || !invented.Contains((Guid)(object)row.Person));
            return [.. gone, .. await absent.Select(row => row.Person).ToListAsync(stop)];
        }
    }
}
