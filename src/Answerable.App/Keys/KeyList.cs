using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Keys;

/// <summary>The keys in use, and those revoked, the latest first.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record KeyList : IReading<IReadOnlyList<KeyList.Line>>
{
    private const int Most = 500;

    public sealed record Line(KeyId Id, string Name, string Source, string? Owner, DateTimeOffset CreatedAt, string CreatedBy,
        DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, string? RevokedBy, string? RevokedWhy);

    internal sealed class Reader : IAnswer<KeyList, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(KeyList reading, ReadingContext context, CancellationToken stop)
        {
            var rows = await context.Db.Set<KeyRow>().OrderBy(row => row.RevokedAt != null).ThenByDescending(row => row.CreatedAt).Take(Most)
                .ToListAsync(stop);
            var names = await PersonNames.OfAsync(context.Db, rows.Select(row => row.Owner), stop);
            return rows.ConvertAll(row => new Line(row.Id, row.Name, row.Source, names[row.Owner],
                row.CreatedAt, row.CreatedBy, row.LastUsedAt, row.RevokedAt, row.RevokedBy, row.RevokedWhy));
        }
    }
}
