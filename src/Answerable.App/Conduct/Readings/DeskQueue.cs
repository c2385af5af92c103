using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The left of the desk: what one has, what waits, what was left to be resumed.</summary>
[Needs(Permission.HandleContacts)]
[Unscoped("what is the asker's own, what waits and what was left for anybody to take or resume")]
public sealed record DeskQueue : IReading<DeskQueue.View>
{
    private const int Most = 20;

    public sealed record View(
        Presence Presence, DateTimeOffset? PresenceSince, IReadOnlyList<Line> Mine,
        IReadOnlyList<WaitingLine> Waiting, int WaitingCount, IReadOnlyList<Line> Left, int LeftCount);

    /// <param name="Since">Since when it stands as it does: with the customer, on hold, or after the contact.</param>
    public sealed record Line(ContactId Contact, Channel Channel, string? Type, int Case, DateTimeOffset Since, bool Held, bool Ended, string Agent,
        bool Demo);

    public sealed record WaitingLine(ContactId Contact, Channel Channel, string Queue, string? Type, DateTimeOffset Since, bool Demo);

    internal sealed class Reader : IAnswer<DeskQueue, View>
    {
        public async Task<Outcome<View>> Answer(DeskQueue reading, ReadingContext context, CancellationToken stop) => context.Who.Person is { } me
            ? await OfAsync(context.Db, me, await DeskState.OfAsync(context.Db, me, stop), stop)
            : DeskRefusals.NotInLine;
    }

    /// <summary>What one has, then what anybody left, then what waits: of each the oldest.</summary>
    private static readonly Question<Func<AnswerableDb, PersonId, IAsyncEnumerable<Row>>> Asked = new(() => EF.CompileAsyncQuery(
        (AnswerableDb db, PersonId me) =>
            db.Set<HandlingRow>().AsNoTracking().Where(row => row.Agent == me && row.ClosedAt == null && row.LeftAt == null)
                .OrderBy(row => row.TakenAt).Take(Most)
            .Concat(DeskState.LeftIn(db).OrderBy(row => row.TakenAt).Take(Most))
            .Select(row => new Row
            {
                Contact = row.Contact,
                Channel = row.Channel,
                Queue = "",
                Type = db.Set<ContactTypeRow>().Where(type => type.Code == row.Type).Select(type => type.Name).FirstOrDefault() ?? row.Type,
                Case = db.Set<CaseRow>().Where(known => known.Id == row.Case).Select(known => known.Number).FirstOrDefault(),
                Order = row.TakenAt,
                Since = row.EndedAt ?? row.HeldAt ?? row.TakenAt,
                Held = row.HeldAt != null,
                Ended = row.EndedAt != null,
                Left = row.LeftAt != null,
                Waits = false,
                Agent = db.Set<PersonRow>().Where(person => person.Id == row.Agent).Select(person => person.Name).FirstOrDefault() ?? "",
                Demo = row.Kind == FactKind.Demo,
            })
            .Concat(DeskState.WaitingIn(db).OrderBy(row => row.ArrivedAt).Take(Most)
            .Select(row => new Row
            {
                Contact = row.Id,
                Channel = row.Channel,
                Queue = row.Queue,
                Type = db.Set<ContactTypeRow>().Where(type => type.Code == row.Type).Select(type => type.Name).FirstOrDefault() ?? row.Type,
                Case = 0,
                Order = row.ArrivedAt,
                Since = row.QueuedAt ?? row.ArrivedAt,
                Held = false,
                Ended = false,
                Left = false,
                Waits = true,
                Agent = "",
                Demo = row.Kind == FactKind.Demo,
            }))));

    internal static async Task<View> OfAsync(AnswerableDb db, PersonId me, DeskState state, CancellationToken stop)
    {
        var rows = (await Asked.To(db)(db, me).ToListAsync(stop)).OrderBy(row => row.Order).ToLookup(row => (row.Waits, row.Left));
        return new View(state.Presence ?? Presence.SignedOut, state.Since, [.. rows[(false, false)].Select(row => row.Line())],
            [.. rows[(true, false)].Select(row => row.WaitingLine())], state.Waiting, [.. rows[(false, true)].Select(row => row.Line())], state.Left);
    }

    // Rows of two tables become one question only where what is made of them is set by name.
    private sealed class Row
    {
        public required ContactId Contact { get; init; }
        public required Channel Channel { get; init; }
        public required string Queue { get; init; }
        public required string? Type { get; init; }
        public required int Case { get; init; }
        public required DateTimeOffset Order { get; init; }
        public required DateTimeOffset Since { get; init; }
        public required bool Held { get; init; }
        public required bool Ended { get; init; }
        public required bool Left { get; init; }
        public required bool Waits { get; init; }
        public required string Agent { get; init; }
        public required bool Demo { get; init; }

        public Line Line() => new(Contact, Channel, Type, Case, Since, Held, Ended, Agent, Demo);

        public WaitingLine WaitingLine() => new(Contact, Channel, Queue, Type, Since, Demo);
    }
}
