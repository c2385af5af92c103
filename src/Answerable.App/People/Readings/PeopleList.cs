using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Who works here: by name, filtered by team, role and words, fifty at a time.</summary>
[Needs(Permission.ReadPeople)]
public sealed record PeopleList(string? Words = null, TeamId? Team = null, Role? Role = null, bool Deactivated = false, int Page = 1,
    Order? Order = null)
    : IReading<PeopleList.Listing>
{
    public const int PageSize = 50;

    /// <param name="Demo">Invented by the demo.</param>
    public sealed record Line(PersonId Id, string Name, string Email, string? Team, IReadOnlyList<Role> Roles, bool Active, bool SecondFactor,
        bool Demo);

    public sealed record TeamLine(TeamId Id, string Name, int People);

    /// <param name="Roles">How many hold each role, of those who work here.</param>
    public sealed record Listing(
        IReadOnlyList<Line> People, int Total, IReadOnlyList<TeamLine> Teams, IReadOnlyDictionary<Role, int> Roles, int DeactivatedCount)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    internal sealed class Reader : IAnswer<PeopleList, Listing>
    {
        public async Task<Outcome<Listing>> Answer(PeopleList reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var seen = context.Sees(db.Set<PersonRow>());
            var people = seen.Where(person => (person.DeactivatedAt != null) == reading.Deactivated);
            if (!string.IsNullOrWhiteSpace(reading.Words))
            {
                var words = reading.Words.Trim().ToUpperInvariant();
                var writings = Credentials.Writings(reading.Words.Trim());
                var (asOne, apart) = (writings[0], writings[^1]);
                people = people.Where(person => person.SortName.Contains(words)
                    || db.Set<Credentials>().Any(known => known.Id == person.Id
                        && (known.NormalizedEmail!.Contains(asOne) || known.NormalizedEmail.Contains(apart))));
            }
            if (reading.Team is { } team)
                people = people.Where(person => person.Team == team);
            if (reading.Role is { } role)
                people = people.Where(person => db.Set<HeldRoleRow>().Any(held => held.Person == person.Id && held.Role == role));
            var total = await people.CountAsync(stop);
            var rows = await InOrder(db, people, reading.Order).ThenBy(person => person.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
            var teams = await context.Sees(db.Set<TeamRow>()).OrderBy(row => row.Name)
                .Select(row =>
                    new TeamLine(row.Id, row.Name, db.Set<PersonRow>().Count(person => person.Team == row.Id && person.DeactivatedAt == null)))
                .ToListAsync(stop);
            var active = seen.Where(person => person.DeactivatedAt == null);
            var roles = await db.Set<HeldRoleRow>().Where(held => active.Any(person => person.Id == held.Person))
                .GroupBy(held => held.Role).Select(same => new { same.Key, Count = same.Count() })
                .ToDictionaryAsync(same => same.Key, same => same.Count, stop);
            return new Listing(await LinesAsync(context, rows, teams, stop), total, teams, roles,
                await seen.CountAsync(person => person.DeactivatedAt != null, stop));
        }

        private static IOrderedQueryable<PersonRow> InOrder(AnswerableDb db, IQueryable<PersonRow> people, Order? order) => order?.By switch
        {
            "name" => order.Of(people, person => person.SortName),
            "team" => order.Of(
                people, person => db.Set<TeamRow>().Where(team => team.Id == person.Team).Select(team => team.Name).FirstOrDefault() ?? "")
                .ThenBy(person => person.SortName),
            "second-factor" => order.Of(people, person => Credentials.WithSecondFactor(db).Contains(person.Id))
                .ThenBy(person => person.SortName),
            _ => people.OrderBy(person => person.SortName),
        };

        private static async Task<List<Line>> LinesAsync(ReadingContext context, List<PersonRow> rows, List<TeamLine> teams, CancellationToken stop)
        {
            var db = context.Db;
            var ids = rows.ConvertAll(row => row.Id);
            var roles = (await db.Set<HeldRoleRow>().Where(held => ids.Contains(held.Person)).ToListAsync(stop))
                .ToLookup(held => held.Person, held => held.Role);
            var credentials = await db.Set<Credentials>().Where(row => ids.Contains(row.Id))
                .Select(row => new { row.Id, row.Email }).ToDictionaryAsync(row => row.Id, stop);
            var second = await Credentials.WithSecondFactor(db).Where(id => ids.Contains(id)).ToHashSetAsync(stop);
            var names = teams.ToDictionary(team => team.Id, team => team.Name);
            var invented = await Invented.Among(db, db.Set<PersonRow>().Where(row => ids.Contains(row.Id)).Select(row => (Guid)(object)row.Id))
                .ToHashSetAsync(stop);
            return rows.ConvertAll(row => new Line(
                row.Id, row.Name, credentials[row.Id].Email!, row.Team is { } team ? names.GetValueOrDefault(team) : null,
                roles[row.Id].Order().ToArray(), row.DeactivatedAt is null, second.Contains(row.Id), invented.Contains(row.Id.Value)));
        }
    }
}
