using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Decisions, held against what was told when they were taken and taken back.</summary>
internal sealed class DecisionsCompared : IComparison
{
    public string Of => "decisions";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var (told, retracted) = (new Dictionary<Guid, DecisionTaken>(), new HashSet<Guid>());
        await foreach (var (_, fact) in JournalTold.OfAsync(db, typeof(DecisionTaken), typeof(DecisionRetracted)).WithCancellation(stop))
            if (fact is DecisionTaken taken)
            {
                told[taken.Decision] = taken;
                if (taken.Replaces is { } before)
                    retracted.Add(before);
            }
            else if (fact is DecisionRetracted back)
                retracted.Add(back.Decision);
        await foreach (var row in db.Set<DecisionRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (!told.Remove(row.Id, out var taken))
                yield return $"The decision {row.Id} on contact {row.Contact} is not in the journal.";
            else if (!Same(row, taken) || row.RetractedAt is not null != retracted.Contains(row.Id))
                yield return $"The decision {row.Id} on contact {taken.Contact} is not as it was taken.";
        foreach (var gone in told.Values)
            yield return $"The decision {gone.Decision} on contact {gone.Contact}, which the journal tells of, is missing.";
    }

    private static bool Same(DecisionRow row, DecisionTaken told) =>
        (row.DecisionKind, row.Pence, row.By, row.Contact, row.Case, row.Customer, row.LimitId)
        == (told.DecisionKind, told.Pence, told.By, told.Contact, told.Case, told.Customer, told.LimitId)
        && (row.Procedure, row.Version, row.Node, row.Under) == (told.Procedure, told.Version, told.Step, told.Under);
}
