using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Mail;

/// <summary>A letter that waited when the backup was made has likely gone out since: it goes out a second time only where somebody says so.</summary>
internal sealed class LettersRestored : IOnRestore
{
    private const string Why = "It waited when the backup was made that this centre was restored from, and may have been sent since. "
        + "Try it again if it was not.";

    public async Task RestoredAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop)
    {
        var kind = WorkKind.NameOf(typeof(SendLetter));
        await db.Set<OutboxRow>().Where(row => row.Kind == kind && (row.State == WorkState.Waiting || row.State == WorkState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, WorkState.Failed).SetProperty(row => row.Reason, Why)
                .SetProperty(row => row.EndedAt, now).SetProperty(row => row.Node, (string?)null)
                .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), stop);
    }
}
