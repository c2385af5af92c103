using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>The servers of the centre a backup was made of are none of the restored one's, and what they had in hand nobody has.</summary>
internal sealed class NodesRestored : IOnRestore
{
    public async Task RestoredAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop)
    {
        await db.Set<NodeRow>().ExecuteDeleteAsync(stop);
        await db.Set<LeaseRow>().ExecuteDeleteAsync(stop);
        await db.Set<OutboxRow>().Where(row => row.State == WorkState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, WorkState.Waiting).SetProperty(row => row.Node, (string?)null)
                .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null).SetProperty(row => row.DueAt, now), stop);
    }
}
