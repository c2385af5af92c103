using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Who may decide what, as at a moment: each kind by role, with the persons who have limits of their own.</summary>
[Needs(Permission.ReadAuthority)]
[Unscoped(UnscopedAttribute.OfAuthority)]
public sealed record AuthorityMatrix(DateTimeOffset? At = null) : IReading<AuthorityMatrix.View>
{
    /// <param name="Mine">What binds the one who looks, kind by kind.</param>
    public sealed record View(DateTimeOffset At,
        IReadOnlyList<KindLine> Kinds, IReadOnlyList<PersonLine> Persons, IReadOnlyList<(DecisionKind Kind, Limit? Limit)> Mine);

    public sealed record KindLine(DecisionKind Kind, IReadOnlyDictionary<Role, Limit> ByRole)
    {
        /// <summary>The kind has limits, but none of the line may decide it without bounds: over the highest nobody can approve.</summary>
        public Limit? Highest => Roles.Line.Reverse().Select(role => ByRole.GetValueOrDefault(role)).FirstOrDefault(limit => limit is not null);
    }

    public sealed record PersonLine(DecisionKind Kind, PersonId Person, string Name, Limit Limit);

    internal sealed class Reader : IAnswer<AuthorityMatrix, View>
    {
        public async Task<Outcome<View>> Answer(AuthorityMatrix reading, ReadingContext context, CancellationToken stop)
        {
            var at = reading.At ?? context.Now;
            var kinds = await MatrixRows.KindsAsync(context.Db, stop);
            var matrix = await MatrixRows.InForceAsync(context.Db, null, at, stop);
            var lines = kinds.Select(kind => new KindLine(kind, ByRole(matrix, kind, at))).ToArray();
            return new View(at, lines, await PersonsAsync(context, kinds, matrix, stop), Mine(context.Who, kinds, matrix, at));
        }

        private static Dictionary<Role, Limit> ByRole(Matrix matrix, DecisionKind kind, DateTimeOffset at) => Roles.Line
            .Select(role => (Role: role, Limit: matrix.LimitOf(kind.Code, new Decider(null, role), at)))
            .Where(pair => pair.Limit is not null)
            .ToDictionary(pair => pair.Role, pair => pair.Limit!);

        private static async Task<List<PersonLine>> PersonsAsync(ReadingContext context, IReadOnlyList<DecisionKind> kinds, Matrix matrix,
            CancellationToken stop)
        {
            var own = matrix.Limits.Where(limit => limit.Person is not null).ToArray();
            var names = await PersonNames.OfAsync(context.Db, own.Select(limit => limit.Person), stop);
            var byCode = kinds.ToDictionary(kind => kind.Code);
            return own.Select(limit =>
                new PersonLine(byCode[limit.DecisionKind], limit.Person!.Value, names[limit.Person] ?? PersonNames.Gone, limit))
                .OrderBy(line => line.Kind.Name, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.Ordinal)
                .ToList();
        }

        private static (DecisionKind, Limit?)[] Mine(Actor who, IReadOnlyList<DecisionKind> kinds, Matrix matrix, DateTimeOffset at) =>
            who.Line is null
            ? []
            : kinds.Select(kind => (kind, matrix.LimitOf(kind.Code, Decider.Of(who), at))).ToArray();
    }
}
