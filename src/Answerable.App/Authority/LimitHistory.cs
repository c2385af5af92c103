using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Every limit ever set for a kind of decision, latest first, with who set it.</summary>
[Needs(Permission.ReadAuthority)]
[Unscoped(UnscopedAttribute.OfAuthority)]
public sealed record LimitHistory(string DecisionKind) : IReading<LimitHistory.View>
{
    private const int Most = 200;

    /// <param name="People">Whom a limit of their own may be set for.</param>
    /// <param name="Uses">What is in force and demands such a decision, as limits stand.</param>
    public sealed record View(DecisionKind Kind, IReadOnlyList<Line> Lines, IReadOnlyList<Choice> People, IReadOnlyList<DecisionUse> Uses);

    public sealed record Line(Limit Limit, string For, DateTimeOffset SetAt, string SetBy, int Decisions, string? SetWith = null);

    public sealed record Choice(PersonId Person, string Name);

    internal sealed class Reader(IEnumerable<IDecisionUses> all) : IAnswer<LimitHistory, View>
    {
        public async Task<Outcome<View>> Answer(LimitHistory reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await db.Set<DecisionKindRow>().SingleOrDefaultAsync(row => row.Code == reading.DecisionKind, stop) is not { } kind)
                return AuthorityRefusals.NoSuchKind;
            var rows = await db.Set<LimitRow>().Where(row => row.DecisionKind == kind.Code)
                .OrderByDescending(row => row.From).ThenByDescending(row => row.SetAt).Take(Most).ToListAsync(stop);
            var names = await PersonNames.OfAllAsync(db, stop);
            var counted = await db.Set<DecisionRow>().Where(row => row.DecisionKind == kind.Code && row.LimitId != null)
                .GroupBy(row => row.LimitId!.Value).Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(pair => pair.Key, pair => pair.Count, stop);
            string Name(PersonId? person) => person is null ? "System" : names[person] ?? PersonNames.Gone;
            var lines = rows.ConvertAll(row => new Line(
                row.Limit(), row.Role is { } role ? role.Words() : Name(row.Person), row.SetAt, Name(row.SetBy),
                counted.GetValueOrDefault(row.Id), row.SetWith is null ? null : Name(row.SetWith)));
            var matrix = await MatrixRows.InForceAsync(db, kind.Code, context.Now, stop);
            return new View(kind.Kind(), lines, context.Who.May(Permission.SetAuthority) ? await PeopleAsync(context, stop) : [],
                await LimitEnding.OfKindAsync(all, kind.Code, db, matrix, context.Now, stop));
        }

        private static async Task<List<Choice>> PeopleAsync(ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var line = Roles.Line.ToArray();
            return await db.Set<PersonRow>()
                .Where(person =>
                    person.DeactivatedAt == null && db.Set<HeldRoleRow>().Any(held => held.Person == person.Id && line.Contains(held.Role)))
                .OrderBy(person => person.SortName)
                .Select(person => new Choice(person.Id, person.Name))
                .ToListAsync(stop);
        }
    }
}
