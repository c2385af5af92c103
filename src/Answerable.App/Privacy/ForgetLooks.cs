using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>Takes away who looked longer ago than the centre keeps it. Done by the clock. Returns how many lines.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record ForgetLooks : IAct<int>
{
    private const int MostAtOnce = 500;

    internal sealed class Handler : IHandle<ForgetLooks, int>
    {
        public async Task<Outcome<int>> Handle(ForgetLooks act, ActContext context, CancellationToken stop)
        {
            var before = context.Now - TimeSpan.FromDays((await context.Db.Set<LookRulesRow>().SingleAsync(stop)).Days);
            var old = await context.Db.Set<LookRow>().AsNoTracking().Where(row => row.At < before).OrderBy(row => row.At).Take(MostAtOnce)
                .ToListAsync(stop);
            if (old.Exists(row => row.Seal is not null))
                (await LooksTotalRow.OfAsync(context.Db, context.Now, stop)).Change(await ChainKey.OfAsync(context.Db, stop), [], old);
            var ids = old.Select(row => row.Id).ToArray();
            return await context.Db.Set<LookRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDeleteAsync(stop);
        }
    }
}
