using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>A table of one row, held against what was told when it was last changed; where nobody changed it, the usual holds.</summary>
/// <param name="of">As it is named where it is said what was compared.</param>
/// <param name="stands">What the row says, in words.</param>
/// <param name="told">What the journal tells, in the same words; of nothing the usual.</param>
internal abstract class SettingCompared<TRow, TFact>(string of, Func<TRow?, string> stands, Func<TFact?, string> told) : IComparison
    where TRow : class
    where TFact : Fact
{
    public string Of => of;

    public IReadOnlyList<Type> Looked => [typeof(TRow)];

    public async IAsyncEnumerable<string> DifferencesAsync(Comparing at, [EnumeratorCancellation] CancellationToken stop)
    {
        TFact? last = null;
        await foreach (var (_, fact) in JournalTold.OfAsync(at.Db, typeof(TFact)).WithCancellation(stop))
            last = (TFact)fact;
        var row = (await at.Db.Set<TRow>().AsNoTracking().ToListAsync(stop)).FirstOrDefault();
        if (stands(row) != told(last))
            yield return $"Of {of} stands: {stands(row)}. The journal tells: {told(last)}.";
    }
}
