using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Planning;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Planning;

/// <summary>Who put something on the workbench, as the journal has it: the rows themselves keep a name, which two people may share.</summary>
internal static class PutThere
{
    private static readonly string[] Facts = [FactCatalogue.Forms.Name(typeof(SeriesLoaded)), FactCatalogue.Forms.Name(typeof(ScenarioSaved))];

    public static async Task<bool> ByOtherAsync(Actor who, AnswerableDb db, IReadOnlyCollection<Guid> things, CancellationToken stop) =>
        (await OpenToAsync(who, db, things, stop)).Count < things.Count;

    /// <summary>Which of them somebody may take away again: their own, or all.</summary>
    public static async Task<IReadOnlySet<Guid>> OpenToAsync(Actor who, AnswerableDb db, IReadOnlyCollection<Guid> things, CancellationToken stop)
    {
        if (who.May(Permission.RemovePlans))
            return things.ToHashSet();
        return who.Person is not { } me ? new HashSet<Guid>()
            : await db.Set<JournalRow>().Where(row => things.Contains(row.Subject) && row.Actor == me.Value && Facts.Contains(row.Name))
                .Select(row => row.Subject).ToHashSetAsync(stop);
    }
}
