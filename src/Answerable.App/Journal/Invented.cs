using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>
/// What the demo invented, known from one place: in a centre that bears its mark, whatever the journal's first word of is the demo's.
/// Rows need no mark of their own, and a real person invited to look round stays real.
/// </summary>
internal static class Invented
{
    /// <summary>Those of the subjects that are invented; none, at no cost, where the centre is not the demo's.</summary>
    public static IQueryable<Guid> Among(AnswerableDb db, IQueryable<Guid> subjects) => subjects.Where(subject =>
        db.Set<CentreRow>().Any(centre => centre.Demo)
        && db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => (FactKind?)row.Kind).FirstOrDefault()
            == FactKind.Demo);

    /// <summary>Is one of them invented; null where the centre is not the demo's, so that nothing needs to be said of it.</summary>
    public static async Task<bool?> IsAsync(AnswerableDb db, Guid subject, CancellationToken stop) =>
        await db.Set<CentreRow>().Where(centre => centre.Demo)
            .Select(_ => db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => (FactKind?)row.Kind)
                .FirstOrDefault())
            .SingleOrDefaultAsync(stop) is { } kind ? kind == FactKind.Demo : null;
}
