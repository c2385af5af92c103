using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The left of the desk: what one has, what waits, what was left to be resumed.</summary>
[Needs(Permission.HandleContacts)]
public sealed record DeskQueue : IReading<DeskQueue.View>
{
    private const int Most = 20;
    private static readonly FactKind[] Takeable = [FactKind.Live, FactKind.Trial, FactKind.Drill, FactKind.Demo];

    public sealed record View(
        Presence Presence, DateTimeOffset? PresenceSince, IReadOnlyList<Line> Mine,
        IReadOnlyList<WaitingLine> Waiting, int WaitingCount, IReadOnlyList<Line> Left, int LeftCount);

    public sealed record Line(ContactId Contact, Channel Channel, string? Type, int Case, DateTimeOffset Since, bool Held, bool Ended, string Agent, bool Demo);

    public sealed record WaitingLine(ContactId Contact, Channel Channel, string Queue, string? Type, DateTimeOffset Since, bool Demo);

    internal sealed class Reader : IAnswer<DeskQueue, View>
    {
        public async Task<Outcome<View>> Answer(DeskQueue reading, ReadingContext context, CancellationToken stop)
        {
            if (context.Who.Person is not { } me)
                return DeskRefusals.NotInLine;
            var db = context.Db;
            var presence = await db.Set<PresenceRow>().SingleOrDefaultAsync(row => row.Person == me, stop);
            var mine = await LinesAsync(context, db.Handlings.Where(row => row.Agent == me && row.ClosedAt == null && row.LeftAt == null), stop);
            var allLeft = db.Handlings.Where(row => row.ClosedAt == null && row.LeftAt != null);
            var left = await LinesAsync(context, allLeft, stop);
            var waiting = db.Contacts.Where(row => row.State == ContactState.Waiting && Takeable.Contains(row.Kind));
            var first = await waiting.OrderBy(row => row.ArrivedAt).Take(Most)
                .Select(row => new WaitingLine(row.Id, row.Channel, row.Queue, db.ContactTypes.Where(type => type.Code == row.Type).Select(type => type.Name).FirstOrDefault() ?? row.Type,
                    row.QueuedAt ?? row.ArrivedAt, row.Kind == FactKind.Demo))
                .ToListAsync(stop);
            return new View(presence?.Presence ?? Presence.SignedOut, presence?.Since, mine, first, first.Count < Most ? first.Count : await waiting.CountAsync(stop),
                left, left.Count < Most ? left.Count : await allLeft.CountAsync(stop));
        }

        private static Task<List<Line>> LinesAsync(ReadingContext context, IQueryable<HandlingRow> rows, CancellationToken stop)
        {
            var db = context.Db;
            return rows.OrderBy(row => row.TakenAt).Take(Most)
                .Select(row => new Line(row.Contact, row.Channel, db.ContactTypes.Where(type => type.Code == row.Type).Select(type => type.Name).FirstOrDefault() ?? row.Type,
                    db.Cases.Where(known => known.Id == row.Case).Select(known => known.Number).FirstOrDefault(),
                    row.TakenAt, row.HeldAt != null, row.EndedAt != null,
                    db.Set<PersonRow>().Where(person => person.Id == row.Agent).Select(person => person.Name).FirstOrDefault() ?? "", row.Kind == FactKind.Demo))
                .ToListAsync(stop);
        }
    }
}
