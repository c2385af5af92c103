using Answerable.App.Centre;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>The queues that counts were loaded of.</summary>
internal sealed class QueuesPlanned : IKnownQueues
{
    public async Task<IEnumerable<string>> OfAsync(AnswerableDb db, CancellationToken stop) =>
        await db.Set<SeriesRow>().Where(row => row.Queue != null).Select(row => row.Queue!).Distinct().ToListAsync(stop);
}
