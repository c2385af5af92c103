using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What waits for those who handle contacts.</summary>
internal sealed class ContactNeeds : INeeds
{
    public int Place => 20;

    public bool Concern(Actor who) => who.May(Permission.HandleContacts);

    public IEnumerable<string> Topics(Actor who) => [Conduct.Topics.Queue, Conduct.Topics.Desk(who.Id)];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var (db, me) = (context.Db, context.Who.Id);
        FactKind[] takeable = [FactKind.Live, FactKind.Trial, FactKind.Drill, FactKind.Demo];
        return
        [
            new(await db.Set<HandlingRow>()
                .CountAsync(row => row.Agent == me && row.ClosedAt == null && row.LeftAt == null, stop), "contact is in your hands",
                "contacts are in your hands", "/desk", "headset", Pressing: true),
            new(await db.Set<ContactRow>()
                .CountAsync(row => row.State == ContactState.Waiting && takeable.Contains(row.Kind), stop), "customer waits in the queue",
                "customers wait in the queue", "/desk", "clock"),
            new(await db.Set<HandlingRow>()
                .CountAsync(row => row.ClosedAt == null && row.LeftAt != null, stop), "contact was left to be resumed",
                "contacts were left to be resumed", "/desk", "history"),
        ];
    }
}
