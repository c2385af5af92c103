using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What waits for a second person: what one may say yes to, and what one asked for oneself.</summary>
[Needs(Permission.SignedIn)]
[Unscoped("reaches whoever may do the act that is asked for, and whoever asked")]
public sealed record Countersignatures : IReading<IReadOnlyList<Countersignatures.Line>>
{
    /// <param name="Mine">Asked for by the one who looks.</param>
    public sealed record Line(CountersignatureId Id, string Words, string AskedBy, DateTimeOffset AskedAt, bool Mine);

    internal sealed class Reader(IEnumerable<ICountersigned> kinds) : IAnswer<Countersignatures, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(Countersignatures reading, ReadingContext context, CancellationToken stop)
        {
            var (me, may) = (context.Who.Person, MayGive(kinds, context.Who));
            var rows = await CountersignatureRow.Open(context.Db, context.Now).Where(row => row.AskedBy == me || may.Contains(row.What))
                .OrderBy(row => row.AskedAt).ToListAsync(stop);
            var names = await PersonNames.OfAsync(context.Db, rows.Select(row => (PersonId?)row.AskedBy), stop);
            return rows.ConvertAll(row => new Line(row.Id, row.Words, names[row.AskedBy] ?? PersonNames.Gone, row.AskedAt, row.AskedBy == me));
        }
    }

    /// <summary>The kinds somebody may say yes to.</summary>
    internal static string[] MayGive(IEnumerable<ICountersigned> kinds, Actor who) =>
        [.. kinds.Where(kind => Needed.Of(kind.Act) is { } permission && who.May(permission)).Select(kind => kind.What)];
}
