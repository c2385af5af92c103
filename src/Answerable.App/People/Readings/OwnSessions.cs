using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Where one is signed in oneself.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.Own)]
public sealed record OwnSessions : IReading<IReadOnlyList<OwnSessions.Line>>
{
    /// <param name="Here">The one that asks.</param>
    public sealed record Line(SessionId Id, DateTimeOffset OpenedAt, string Browser, bool SecondFactor, bool Here);

    internal sealed class Reader : IAnswer<OwnSessions, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(OwnSessions reading, ReadingContext context, CancellationToken stop)
        {
            var here = context.Who.Session;
            return await SessionRow.Of(context.Db, context.Who.Id, context.Now).OrderByDescending(row => row.OpenedAt)
                .Select(row => new Line(row.Id, row.OpenedAt, row.Browser, row.SecondFactor, row.Id == here)).ToListAsync(stop);
        }
    }
}
