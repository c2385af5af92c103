using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Published charts, held against the hash told when they were published; those of an earlier version were told without one.</summary>
internal sealed class ChartsCompared : IComparison
{
    public string Of => "published versions";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var told = new Dictionary<(ProcedureId, int), VersionPublished>();
        await foreach (var (_, fact) in JournalTold.OfAsync(db, typeof(VersionPublished)).WithCancellation(stop))
            if (fact is VersionPublished published)
                told[(published.Procedure, published.Version)] = published;
        await foreach (var row in db.Set<VersionRow>().AsNoTracking().Where(row => row.State >= VersionState.Published).AsAsyncEnumerable()
            .WithCancellation(stop))
            if (!told.Remove((row.Procedure, row.Number), out var published))
                yield return $"The journal does not tell that version {row.Number} of procedure {row.Procedure} was published.";
            else if (published.Chart is { } hash && hash != row.ChartHash())
                yield return $"Version {row.Number} of procedure {row.Procedure} is not the one that was published.";
        foreach (var gone in told.Values)
            yield return $"Version {gone.Version} of procedure {gone.Procedure}, which the journal tells was published, is missing or a draft.";
    }
}
