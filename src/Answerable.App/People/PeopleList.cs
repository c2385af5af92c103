using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Who works here: by name, filtered by team, role and words, fifty at a time.</summary>
[Needs(Permission.ReadPeople)]
public sealed record PeopleList(string? Words = null, TeamId? Team = null, Role? Role = null, bool Deactivated = false, int Page = 1) : IReading<PeopleList.Listing>
{
    public const int PageSize = 50;

    public sealed record Line(PersonId Id, string Name, string Email, string? Team, IReadOnlyList<Role> Roles, bool Active, bool SecondFactor, bool Demo);

    public sealed record TeamLine(TeamId Id, string Name, int People);

    public sealed record Listing(IReadOnlyList<Line> People, int Total, IReadOnlyList<TeamLine> Teams, int DeactivatedCount)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    internal sealed class Reader : IAnswer<PeopleList, Listing>
    {
        public async Task<Outcome<Listing>> Answer(PeopleList reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var people = db.Users.Where(person => (person.DeactivatedAt != null) == reading.Deactivated);
            if (!string.IsNullOrWhiteSpace(reading.Words))
            {
                var words = reading.Words.Trim().ToUpperInvariant();
                people = people.Where(person => person.SortName.Contains(words) || person.NormalizedEmail!.Contains(words));
            }
            if (reading.Team is { } team)
                people = people.Where(person => person.TeamId == team.Value);
            if (reading.Role is { } role)
            {
                var name = role.ToString();
                people = people.Where(person => db.UserRoles.Any(held => held.UserId == person.Id && db.Roles.Any(known => known.Id == held.RoleId && known.Name == name)));
            }
            var total = await people.CountAsync(stop);
            var rows = await people.OrderBy(person => person.SortName).ThenBy(person => person.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
            var teams = await db.Teams.OrderBy(row => row.Name)
                .Select(row => new TeamLine(row.Id, row.Name, db.Users.Count(person => person.TeamId == (Guid)(object)row.Id && person.DeactivatedAt == null)))
                .ToListAsync(stop);
            return new Listing(await LinesAsync(context, rows, teams, stop), total, teams, await db.Users.CountAsync(person => person.DeactivatedAt != null, stop));
        }

        private static async Task<List<Line>> LinesAsync(ReadingContext context, List<Person> rows, List<TeamLine> teams, CancellationToken stop)
        {
            var ids = rows.ConvertAll(row => row.Id);
            var held = await context.Db.UserRoles.Where(role => ids.Contains(role.UserId))
                .Join(context.Db.Roles, role => role.RoleId, role => role.Id, (role, known) => new { role.UserId, known.Name })
                .ToListAsync(stop);
            var roles = held.ToLookup(role => role.UserId, role => Enum.Parse<Role>(role.Name!));
            var names = teams.ToDictionary(team => team.Id.Value, team => team.Name);
            return rows.ConvertAll(row => new Line(
                PersonId.From(row.Id), row.DisplayName, row.Email!, row.TeamId is { } team ? names.GetValueOrDefault(team) : null,
                roles[row.Id].Order().ToArray(), row.DeactivatedAt is null, row.TwoFactorEnabled, row.Demo));
        }
    }
}
