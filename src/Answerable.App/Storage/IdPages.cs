using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>The ids of many rows, some at a time and rising, so that others may be asked in between and memory need not hold them all.</summary>
internal static class IdPages
{
    /// <param name="of">A table, and which of its rows; as <c>conduct_notes WHERE node IS NULL</c>.</param>
    /// <param name="column">Where their ids stand.</param>
    public static async IAsyncEnumerable<Guid[]> OfAsync(AnswerableDb db, string of, string column, int most,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var and = of.Contains(" WHERE ", StringComparison.Ordinal) ? "AND" : "WHERE";
        var sql = $"SELECT DISTINCT {column} AS \"Value\" FROM {of} {and} {column} > {{0}} ORDER BY {column} LIMIT {{1}}";
        var last = Guid.Empty;
        while (true)
        {
            var page = await db.Database.SqlQueryRaw<Guid>(sql, last, most).ToArrayAsync(stop);
            // One written otherwise than the product writes ids stands behind all others, and would come again for ever.
            if (page.Length == 0 || string.CompareOrdinal(page[^1].ToString(), last.ToString()) <= 0)
                yield break;
            yield return page;
            last = page[^1];
        }
    }
}
