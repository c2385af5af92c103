using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>
/// A copy's anchors among those of the centre it was made of would say that its journal was written anew: they rest until an administrator saves
/// where they go.
/// </summary>
internal sealed class AnchorsRestored : IOnRestore
{
    public async Task RestoredAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<AnchoringRow>().Where(row => row.Folder != "" || row.Url != "" || row.MailTo != "")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Rests, true), stop);
}
