using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Nobody stays ready who has closed their browser: contacts and referrals would go where nobody sees them, and the time would count as waiting for work.
/// One with a customer is left as they are, for the conversation may go on without the screen. Returns how many were signed out.
/// </summary>
[Needs(Permission.AdministerSystem)]
public sealed record SignOutAbsent : IAct<int>
{
    private static readonly Presence[] ReadyForWork = [Presence.Ready, Presence.OtherWork];

    internal sealed class Handler(Attendance attendance) : IHandle<SignOutAbsent, int>
    {
        public async Task<Outcome<int>> Handle(SignOutAbsent act, ActContext context, CancellationToken stop)
        {
            var ready = await context.Db.Users.Where(user => ReadyForWork.Contains(user.Presence)).Select(user => new { user.Id, user.Demo }).ToListAsync(stop);
            var absent = ready.Where(user => attendance.Misses(PersonId.From(user.Id), comes: !user.Demo)).ToList();
            foreach (var user in absent)
                await Presenting.ChangeAsync(context, PersonId.From(user.Id), Presence.SignedOut, stop);
            return absent.Count;
        }
    }
}
