using System.Linq.Expressions;

namespace Answerable.App.Acts;

/// <summary>
/// By what a list that is read a page at a time stands in order: of all its rows, not of those on the page. A word that the list does not know
/// leaves its usual order.
/// </summary>
public sealed record Order(string By, bool Falling)
{
    /// <summary>As it stands in an address: a word, or the word with a minus before it.</summary>
    public static Order? Read(string? written) => written switch
    {
        null or "" or "-" => null,
        ['-', .. var by] => new Order(by, true),
        _ => new Order(written, false),
    };

    internal IOrderedQueryable<TRow> Of<TRow, TKey>(IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key) =>
        Falling ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
