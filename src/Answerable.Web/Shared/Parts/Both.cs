namespace Answerable.Web.Shared;

/// <summary>
/// Whether invented and real stand side by side: then each that is invented says so. Where all are of one sort, the head of the page has
/// said it once.
/// </summary>
public static class Both
{
    public static bool In<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, bool> invented) => rows.Any(invented) && !rows.All(invented);
}
