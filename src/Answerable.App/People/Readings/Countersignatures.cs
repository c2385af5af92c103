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
    /// <param name="Tied">Why the one who looks is no second person here yet; null where they are.</param>
    /// <param name="Others">Of one's own: whether anybody else here may say yes to it.</param>
    public sealed record Line(
        CountersignatureId Id, string Words, string Why, string AskedBy, DateTimeOffset AskedAt, bool Mine, Tie? Tied, bool Others = true);

    /// <param name="By">Who let one of the two in.</param>
    public sealed record Tie(string By, DateTimeOffset Until);

    internal sealed class Reader(IEnumerable<ICountersigned> kinds) : IAnswer<Countersignatures, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(Countersignatures reading, ReadingContext context, CancellationToken stop)
        {
            var rows = await WaitingAsync(kinds, context, stop);
            var (ties, alone) = (new Dictionary<CountersignatureId, LetIn.Tie?>(), new HashSet<CountersignatureId>());
            foreach (var row in context.Who.Person is null ? [] : rows)
            {
                var kind = kinds.Single(known => known.What == row.What);
                var (me, permission) = (context.Who.Id, Needed.Of(kind.Act)!.Value);
                if (row.AskedBy != me)
                    ties[row.Id] = await LetIn.BetweenAsync(context.Db, row.AskedBy, me, permission, context.Now, stop);
                else if (!await Countersigned.OthersAsync(context.Db, permission, me,
                    (await kind.MatterAsync(context.Db, kind.Read(row.Body), context.Now, stop)).Concerns, stop))
                    alone.Add(row.Id);
            }
            var names = await PersonNames.OfAsync(
                context.Db, rows.Select(row => (PersonId?)row.AskedBy).Concat(ties.Values.Select(tie => tie?.By)), stop);
            string Name(PersonId person) => names[person] ?? PersonNames.Gone;
            return rows.ConvertAll(row => new Line(row.Id, row.Words, row.Why, Name(row.AskedBy), row.AskedAt, row.AskedBy == context.Who.Person,
                ties.GetValueOrDefault(row.Id) is { } tie ? new Tie(Name(tie.By), tie.Until) : null, !alone.Contains(row.Id)));
        }
    }

    /// <summary>More than ever wait at once in a week: then those that have waited longest.</summary>
    private const int Most = 200;

    /// <summary>What waits, has not come about meanwhile, and may still be asked for by whoever did.</summary>
    internal static async Task<List<CountersignatureRow>> WaitingAsync(
        IEnumerable<ICountersigned> kinds, ReadingContext context, CancellationToken stop)
    {
        var (me, may) = (context.Who.Person, MayGive(kinds, context.Who));
        var rows = await CountersignatureRow.Open(context.Db, context.Now).AsNoTracking()
            .Where(row => row.AskedBy == me || may.Contains(row.What)).OrderBy(row => row.AskedAt).Take(Most).ToListAsync(stop);
        var waiting = new List<CountersignatureRow>();
        foreach (var row in rows)
        {
            var kind = kinds.Single(known => known.What == row.What);
            if (await Countersigned.MayAskAsync(context.Db, row.AskedBy, kind, stop)
                && await kind.StandsAsync(context.Db, kind.Read(row.Body), context.Now, stop))
                waiting.Add(row);
        }
        return waiting;
    }

    /// <summary>The kinds somebody may say yes to.</summary>
    internal static string[] MayGive(IEnumerable<ICountersigned> kinds, Actor who) =>
        [.. kinds.Where(kind => Needed.Of(kind.Act) is { } permission && who.May(permission)).Select(kind => kind.What)];
}
