using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Every limit ever set for a kind of decision, latest first, with who set it.</summary>
[Needs(Permission.ReadAuthority)]
public sealed record LimitHistory(string DecisionKind) : IReading<LimitHistory.View>
{
    private const int Most = 200;

    /// <param name="People">Whom a limit of their own may be set for.</param>
    public sealed record View(DecisionKind Kind, IReadOnlyList<Line> Lines, IReadOnlyList<Choice> People);

    public sealed record Line(Limit Limit, string For, DateTimeOffset SetAt, string SetBy, int Decisions);

    public sealed record Choice(PersonId Person, string Name);

    internal sealed class Reader : IAnswer<LimitHistory, View>
    {
        public async Task<Outcome<View>> Answer(LimitHistory reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await db.DecisionKinds.SingleOrDefaultAsync(row => row.Code == reading.DecisionKind, stop) is not { } kind)
                return AuthorityRefusals.NoSuchKind;
            var rows = await db.Limits.Where(row => row.DecisionKind == kind.Code)
                .OrderByDescending(row => row.From).ThenByDescending(row => row.SetAt).Take(Most).ToListAsync(stop);
            var names = await db.Users.ToDictionaryAsync(user => user.Id, user => user.DisplayName, stop);
            var counted = await db.Decisions.Where(row => row.DecisionKind == kind.Code && row.LimitId != null)
                .GroupBy(row => row.LimitId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, stop);
            string Name(PersonId? person) => person is { } known ? names.GetValueOrDefault(known.Value, "Somebody no longer here") : "System";
            var lines = rows.ConvertAll(row => new Line(
                row.Limit(), row.Role is { } role ? role.Words() : Name(row.Person), row.SetAt, Name(row.SetBy), counted.GetValueOrDefault(row.Id)));
            return new View(kind.Kind(), lines, context.Who.May(Permission.SetAuthority) ? await PeopleAsync(context, stop) : []);
        }

        private static async Task<List<Choice>> PeopleAsync(ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var line = Roles.Line.Select(role => role.ToString()).ToArray();
            return await db.Users
                .Where(user => user.DeactivatedAt == null && db.UserRoles.Any(held => held.UserId == user.Id && db.Roles.Any(role => role.Id == held.RoleId && line.Contains(role.Name!))))
                .OrderBy(user => user.SortName)
                .Select(user => new Choice(PersonId.From(user.Id), user.DisplayName))
                .ToListAsync(stop);
        }
    }
}
