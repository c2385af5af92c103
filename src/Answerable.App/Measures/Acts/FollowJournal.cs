using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Marks the quarter-hours a stretch of the journal changes, and remembers that it has been read.</summary>
/// <param name="From">The line read last before; where another process has read on meanwhile, this changes nothing.</param>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record FollowJournal(byte Family, long From, long To, IReadOnlyCollection<int> Quarters) : IAct<Done>
{
    internal sealed class Handler : IHandle<FollowJournal, Done>
    {
        public async Task<Outcome<Done>> Handle(FollowJournal act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<MeasuresFollowRow>().SingleOrDefaultAsync(follow => follow.Family == act.Family, stop);
            if ((row?.Number ?? 0) != act.From)
                return Done.It;
            if (row is null)
                context.Db.Add(new MeasuresFollowRow { Family = act.Family, Number = act.To });
            else
                row.Number = act.To;
            await MeasuresDirtyRow.MarkAsync(context.Db, act.Family, act.Quarters, stop);
            return Done.It;
        }
    }
}
