using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>What the acts upon an import have in common.</summary>
internal static class ImportRows
{
    /// <summary>The import, if it is in one of the states the act is meant for.</summary>
    public static async Task<Outcome<ImportRow>> FindAsync(ActContext context, ImportId id, CancellationToken stop, params ImportState[] states)
    {
        if (await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } row)
            return new Refusal("not-found", "There is no such import.");
        context.Tell($"import:{id}");
        context.Tell(ImportRound.Told);
        var state = row.StateAt(context.Now);
        return states.Contains(state)
            ? row
            : new Refusal("import.state", $"The import is in another state by now: {state.Words().ToLowerInvariant()}.");
    }

    /// <summary>A file may have made hundreds of thousands of remarks: they go after the act, a few at a time.</summary>
    public static void StartOver(ActContext context, ImportRow row)
    {
        row.StartOver();
        if (row.RemarksBefore > 0)
            context.Afterwards(new ClearRemarks(row.Id));
    }
}
