using Answerable.Analysis.Measures;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>The queues that contacts came to.</summary>
internal sealed class QueuesMeasured : IKnownQueues
{
    public async Task<IEnumerable<string>> OfAsync(AnswerableDb db, CancellationToken stop) =>
        await db.Set<MeasuresNameRow>().Where(row => row.Dimension == Dimension.Queue).Select(row => row.Text).ToListAsync(stop);
}
