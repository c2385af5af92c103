using Answerable.App.Contacts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What the left of the desk says in numbers: one's own presence, how many wait, how many were left.</summary>
internal sealed record DeskState(Presence? Presence, DateTimeOffset? Since, int Waiting, int Left)
{
    private static readonly FactKind[] Takeable = [FactKind.Live, FactKind.Trial, FactKind.Drill, FactKind.Demo];

    public static IQueryable<ContactRow> WaitingIn(AnswerableDb db) =>
        db.Set<ContactRow>().Where(row => row.State == ContactState.Waiting && Takeable.Contains(row.Kind));

    public static IQueryable<HandlingRow> LeftIn(AnswerableDb db) => db.Set<HandlingRow>().Where(row => row.ClosedAt == null && row.LeftAt != null);

    public static async Task<DeskState> OfAsync(AnswerableDb db, PersonId me, CancellationToken stop)
    {
        var (presences, waiting, left) = (db.Set<PresenceRow>().Where(row => row.Person == me), WaitingIn(db), LeftIn(db));
        return await db.Set<PersonRow>().Where(person => person.Id == me)
            .Select(_ => new DeskState(presences.Select(row => (Presence?)row.Presence).FirstOrDefault(), presences.Select(row => row.Since)
                .FirstOrDefault(), waiting.Count(), left.Count()))
            .SingleOrDefaultAsync(stop) ?? new DeskState(null, null, 0, 0);
    }
}
