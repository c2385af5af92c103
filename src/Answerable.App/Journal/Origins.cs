using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>What is told of a thing is of the kind of what was told of it first, so that no act need know of the demo.</summary>
internal sealed class Origins(CentreInForce centre) : IOrigins
{
    public async ValueTask<bool> AnyInventedAsync() => (await centre.NowAsync()).Demo;

    public async Task<FactKind?> KindAsync(AnswerableDb db, Guid subject, CancellationToken stop) =>
        await db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => (FactKind?)row.Kind)
            .FirstOrDefaultAsync(stop) switch
        {
            null => null,
            FactKind.Demo => FactKind.Demo,
            _ => FactKind.Live,
        };
}
