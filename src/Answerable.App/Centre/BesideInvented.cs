using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Centre;

/// <summary>Real contacts never come beside invented ones: figures, people and procedures of both in one place are nobody's.</summary>
internal static class BesideInvented
{
    private static readonly Refusal Refused = new("centre.demo",
        "This is the demo centre, and real contacts do not come beside invented ones. Begin a centre of your own in a new database: "
        + "./do cli -- demo remove --into FILE takes along what you made here, ./do run -- --database FILE --empty begins with nothing.");

    /// <summary>Why nothing real may come in here; null where it may. Looked at in the act's own transaction.</summary>
    public static async Task<Refusal?> InAsync(AnswerableDb db, CancellationToken stop) =>
        await db.Set<CentreRow>().AnyAsync(centre => centre.Demo, stop) ? Refused : null;
}
