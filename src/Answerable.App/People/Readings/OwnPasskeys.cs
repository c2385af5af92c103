using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>One's own passkeys.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.Own)]
public sealed record OwnPasskeys : IReading<IReadOnlyList<OwnPasskeys.Line>>
{
    public sealed record Line(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

    internal sealed class Reader : IAnswer<OwnPasskeys, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(OwnPasskeys reading, ReadingContext context, CancellationToken stop)
        {
            var me = context.Who.Id;
            return await context.Db.Set<PasskeyRow>().Where(row => row.Person == me).OrderBy(row => row.CreatedAt)
                .Select(row => new Line(row.Id, row.Name, row.CreatedAt, row.UsedAt)).ToListAsync(stop);
        }
    }
}
