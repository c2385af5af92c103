using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What a person had in hand is put down once they may go on with it no more.</summary>
internal sealed class ContactsFollow(Dispatcher dispatcher) : IFollowPerson
{
    public async Task<Outcome<Done>> FollowAsync(CancellationToken stop) =>
        (await dispatcher.DoAsync(new PutDownContacts(), Actor.System, stop)).Then<Done>(_ => Done.It);

    public async Task<IReadOnlyList<string>> ForeseenAsync(AnswerableDb db, PersonId person, CancellationToken stop)
    {
        var contacts = await db.Set<HandlingRow>().CountAsync(row => row.Agent == person && row.ClosedAt == null && row.LeftAt == null, stop);
        var referrals = await StrandedReferrals.WithAsync(db, person, stop);
        return
        [
            contacts switch
            {
                0 => "No contact is in their hands.",
                1 => "1 contact in their hands is put down where it stands, for any colleague to resume.",
                _ => $"{contacts} contacts in their hands are put down where they stand, for any colleague to resume.",
            },
            referrals switch
            {
                0 => "No referral waits with them.",
                1 => "1 referral that waits with them is given back and put to somebody else; whoever asked is told.",
                _ => $"{referrals} referrals that wait with them are given back and put to others; whoever asked is told.",
            },
        ];
    }
}
