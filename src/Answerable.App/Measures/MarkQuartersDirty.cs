using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Has every quarter-hour that has contacts or sums added up again. Returns how many.</summary>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record MarkQuartersDirty : IAct<int>
{
    private const long QuarterMs = 900_000;

    internal sealed class Handler(Dialect dialect) : IHandle<MarkQuartersDirty, int>
    {
        public async Task<Outcome<int>> Handle(MarkQuartersDirty act, ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var quarters = (await db.MeasuresQuarters.Select(row => row.Quarter).ToListAsync(stop)).ToHashSet();
            await foreach (var arrived in db.Contacts.Select(row => row.ArrivedAt).AsAsyncEnumerable().WithCancellation(stop))
                quarters.Add((int)(arrived.ToUnixTimeMilliseconds() / QuarterMs));
            // What is kept may itself be damaged: nothing of it is compared with.
            await db.MeasuresQuarters.ExecuteUpdateAsync(set => set.SetProperty(row => row.Linked, Array.Empty<byte>()), stop);
            var mark = (await db.JournalHead.AsNoTracking().SingleAsync(stop)).Number;
            using var ledger = dialect.LedgerOn(db.Database.GetDbConnection());
            await ledger.KeepAsync([], quarters, mark);
            return quarters.Count;
        }
    }
}
