using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Contacts;

/// <summary>One contact and every line the journal holds about it, in the order they were written.</summary>
[Needs(Permission.ReadContacts)]
public sealed record ContactTimeline(ContactId Id) : IReading<ContactTimeline.Finding>, ILook<ContactTimeline.Finding>
{
    Look? ILook<ContactTimeline.Finding>.Seen(ContactTimeline.Finding result) => new(Sight.Contact, Id.Value);

    private const int MostLines = 500;

    /// <param name="Type">The contact type's name, if one is known.</param>
    /// <param name="Agent">The agent's name, if one is known.</param>
    /// <param name="Waits">How long it stood in each queue, where it was in several.</param>
    /// <param name="CustomerErasedAt">When the customer it was with was erased.</param>
    /// <param name="Demo">Invented by the demo, or real beside what is; null where nothing here is invented.</param>
    public sealed record Finding(Contact Contact, string? Type, string? Agent, string? Team, IReadOnlyList<Line> Lines, bool? Demo,
        IReadOnlyList<QueueWait> Waits, DateTimeOffset? CustomerErasedAt);

    /// <param name="By">Who did it, if a person did.</param>
    public sealed record Line(long Number, DateTimeOffset At, string Words, string Source, string? By);

    internal sealed class Reader(IContactNames named) : IAnswer<ContactTimeline, Finding>
    {
        private static readonly string Erased = FactCatalogue.Name(new CustomerErased("", 0));

        public async Task<Outcome<Finding>> Answer(ContactTimeline reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await context.Sees(db.Set<ContactRow>()).SingleOrDefaultAsync(row => row.Id == reading.Id, stop) is not { } row)
                return new Refusal("not-found", "There is no such contact.");
            var lines = await db.Set<JournalRow>().Where(line => line.Subject == reading.Id.Value).OrderBy(line => line.Number).Take(MostLines)
                .ToListAsync(stop);
            var names = await PersonNames.OfAsync(db, lines.Select(line => line.Actor).Append(row.Agent?.Value), stop);
            var team = row.Team is { } id
                ? await db.Set<TeamRow>().Where(known => known.Id == id).Select(known => known.Name).SingleOrDefaultAsync(stop) : null;
            var facts = lines.ConvertAll(line => FactCatalogue.Read(line.Name, line.Body));
            var codes = await ContactCodes.OfAsync(facts, row.Type, named, db, stop);
            return new Finding(row.Contact(), row.Type is { } type ? codes.Type(type) : null, row.Agent is { } agent ? names[agent] : row.AgentName,
                team, Lines(lines, facts, codes, names), await Invented.IsAsync(db, reading.Id.Value, stop),
                QueueWait.Of(row.Contact(), lines.Zip(facts, (line, fact) => (line.At, fact))) is { Count: > 1 } waits ? waits : [],
                row.Customer is { } customer ? await db.Set<JournalRow>().Where(line => line.Subject == customer.Value && line.Name == Erased)
                    .Select(line => (DateTimeOffset?)line.At).FirstOrDefaultAsync(stop) : null);
        }

        private static List<Line> Lines(List<JournalRow> lines, List<Fact> facts, ContactCodes codes, PersonNames names)
        {
            var (said, guided) = (new List<Line>(), (ContactGuided?)null);
            foreach (var (line, fact) in lines.Zip(facts))
            {
                guided = fact as ContactGuided ?? guided;
                said.Add(new Line(line.Number, line.At, ContactWords.Of(fact, line.Name, guided, codes), line.Source, names[line.Actor]));
            }
            return said;
        }
    }
}
