using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>One person: what they are here, and what the journal says of their access.</summary>
[Needs(Permission.ReadPeople)]
public sealed record PersonRecord(PersonId Person) : IReading<PersonRecord.Record>
{
    public sealed record Event(DateTimeOffset At, string What, string? By);

    /// <param name="Demo">Invented by the demo, or real beside what is; null where nothing here is invented.</param>
    /// <param name="OnlyAdministrator">No other active administrator is there.</param>
    public sealed record Record(
        PersonId Id, string Name, string Email, TeamId? Team, IReadOnlyList<Role> Roles, bool Active, bool SecondFactor, bool HasPassword,
        IReadOnlyList<Event> History, IReadOnlyList<PeopleList.TeamLine> Teams, bool? Demo, int Sessions = 0,
        int Passkeys = 0, bool OnlyAdministrator = false);

    internal sealed class Reader : IAnswer<PersonRecord, Record>
    {
        /// <summary>Many times a day, it would bury what was done with the person's access; the journal and the measures keep it.</summary>
        private static readonly string Presence = Answerable.Model.Journal.FactCatalogue.Name(new PresenceChanged(default, default, default));

        public async Task<Outcome<Record>> Answer(PersonRecord reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await context.Sees(db.Set<PersonRow>()).SingleOrDefaultAsync(row => row.Id == reading.Person, stop) is not { } person)
                return PeopleRefusals.NotFound;
            var credentials = await db.Set<Credentials>().SingleAsync(row => row.Id == reading.Person, stop);
            var lines = await db.Set<JournalRow>()
                .Where(row => row.Subject == reading.Person.Value && row.Name != Presence
                    && (row.Name.StartsWith("person.") || row.Name.StartsWith("countersignature.")))
                .OrderByDescending(row => row.Number).Take(50).ToListAsync(stop);
            var names = await PersonNames.OfAsync(db, lines.Select(line => line.Actor), stop);
            var teams = await db.Set<TeamRow>().OrderBy(row => row.Name).Select(row => new PeopleList.TeamLine(row.Id, row.Name, 0))
                .ToListAsync(stop);
            return new Record(
                reading.Person, person.Name, credentials.Email!, person.Team,
                await HeldRoles.OfAsync(db, person.Id, stop), person.DeactivatedAt is null, credentials.TwoFactorEnabled,
                    credentials.PasswordHash is not null,
                lines.ConvertAll(line => new Event(line.At, PersonHistory.Words(line.Entry().Fact(), teams), By(line, names))), teams,
                await Invented.IsAsync(db, person.Id.Value, stop), await SessionRow.Of(db, person.Id, context.Now).CountAsync(stop),
                await db.Set<PasskeyRow>().CountAsync(row => row.Person == person.Id, stop),
                await Administrators.LastAsync(db, person.Id, stop));
        }

        private static string? By(JournalRow line, PersonNames names) =>
            line.Source == Actor.CommandLine.Source ? Actor.CommandLine.Name.ToLowerInvariant() : names[line.Actor];
    }
}
