using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>Takes out of the outbox what ended a month ago. Done by the clock. Returns how many.</summary>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record ForgetWork : IAct<int>
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal sealed class Handler : IHandle<ForgetWork, int>
    {
        public async Task<Outcome<int>> Handle(ForgetWork act, ActContext context, CancellationToken stop)
        {
            var before = context.Now - Kept;
            var old = await context.Db.Set<OutboxRow>().Where(row => row.State >= WorkState.Done && row.EndedAt < before)
                .OrderBy(row => row.DueAt).Take(MostAtOnce).Select(row => row.Id).ToArrayAsync(stop);
            return await context.Db.Set<OutboxRow>().Where(row => EF.Parameter(old).Contains(row.Id)).ExecuteDeleteAsync(stop);
        }
    }
}
