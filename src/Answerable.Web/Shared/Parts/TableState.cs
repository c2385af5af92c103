using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Answerable.Web.Shared;

/// <summary>In which order a table stands and which of its pages is shown: the address says it, so that it can be sent to a colleague.</summary>
internal sealed class TableState(HttpRequest request, string key)
{
    private string SortWord => $"{key}sort";
    public string PageWord => $"{key}page";

    public int Page => int.TryParse(request.Query[PageWord], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>Null where the rows stand in another order.</summary>
    public string? Direction(string column) =>
        request.Query[SortWord].ToString() is var asked && asked == column ? "ascending" : asked == $"-{column}" ? "descending" : null;

    /// <summary>The address of the same table by this column; by it already, the other way round.</summary>
    public string Sorted(string column) => With(SortWord, Direction(column) == "ascending" ? $"-{column}" : column);

    public IEnumerable<TRow> Order<TRow>(IReadOnlyList<TRow> rows, Func<TRow, IComparable?> by) => request.Query[SortWord].ToString().StartsWith('-')
        ? rows.OrderByDescending(by, Comparer)
        : rows.OrderBy(by, Comparer);

    // The other filters stay in the address; another order begins at its first page.
    private string With(string word, string value) => QueryHelpers.AddQueryString(
        request.Path,
        request.Query.Where(pair => pair.Key != word && pair.Key != PageWord)
            .SelectMany(pair => pair.Value.Select(kept => KeyValuePair.Create(pair.Key, kept)))
            .Append(KeyValuePair.Create(word, (string?)value)));

    private static readonly Comparer<IComparable?> Comparer = Comparer<IComparable?>.Create((left, right) => (left, right) switch
    {
        (string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase),
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => left.CompareTo(right),
    });
}
