using System.Globalization;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// Keeps sums that were added up and written beside the writer. A quarter-hour kept as of a later line stays as it is; its dirty mark goes only
/// when nothing has changed since the line the sums are as of.
/// </summary>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record KeepQuarters(IReadOnlyList<MeasuresQuarterRow> Rows) : IAct<Done>
{
    /// <summary>So many an act, so that the desk need not wait for it.</summary>
    public const int Most = 48;

    internal sealed class Handler : IHandle<KeepQuarters, Done>
    {
        public async Task<Outcome<Done>> Handle(KeepQuarters act, ActContext context, CancellationToken stop)
        {
            var (db, family, asOf) = (context.Db, act.Rows[0].Family, act.Rows[0].AsOf);
            var quarters = act.Rows.Select(row => row.Quarter).ToArray();
            var kept = await db.Set<MeasuresQuarterRow>().Where(row => row.Family == family && EF.Parameter(quarters).Contains(row.Quarter))
                .Select(row => new { row.Quarter, row.AsOf }).ToDictionaryAsync(row => row.Quarter, row => row.AsOf, stop);
            var revision = 1 + (await db.Set<MeasuresQuarterRow>().Where(row => row.Family == family)
                .MaxAsync(row => (long?)row.Revision, stop) ?? 0);
            foreach (var row in act.Rows)
            {
                var known = kept.TryGetValue(row.Quarter, out var before);
                if (known && before > asOf)
                    continue;
                row.Revision = revision;
                db.Entry(row).State = known ? EntityState.Modified : EntityState.Added;
            }
            await db.Set<MeasuresDirtyRow>().Where(row => row.Family == family && EF.Parameter(quarters).Contains(row.Quarter) && row.Mark <= asOf)
                .ExecuteDeleteAsync(stop);
            context.Tell("measures", revision.ToString(CultureInfo.InvariantCulture));
            return Done.It;
        }
    }
}
