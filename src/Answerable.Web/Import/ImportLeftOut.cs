using Answerable.App.Import;
using Answerable.App.Import.Findings;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Web.Shared;

namespace Answerable.Web.Import;

/// <summary>Rows that an import left out for a word of which nobody said what it means, or a number that is another contact's: every figure lacks
/// them, and the abandoned may be among them all, so it is no import that went well.</summary>
internal static class ImportLeftOut
{
    /// <summary>None where every word was said, or known, and every number its contact's own.</summary>
    public static string? Words(ImportReport report) =>
        string.Join(' ', new[] { Unsaid(report), Another(report) }.OfType<string>()) is { Length: > 0 } words ? words : null;

    private static string? Another(ImportReport report) =>
        report.Findings.FirstOrDefault(one => one.Code == Finding.AnotherNumber) is { } left
            ? $"{left.Count:N0} of {Counted.Of(report.Rows, "row")} {(left.Count == 1 ? "bears" : "bear")} the number of another contact. "
                + left.Treated
            : null;

    private static string? Unsaid(ImportReport report)
    {
        var left = report.Findings.Where(finding => finding.Code.StartsWith(Finding.UnsaidWord, StringComparison.Ordinal)).ToList();
        if (left.Count == 0)
            return null;
        var (rows, keys) = (left.Sum(finding => finding.Count), Keys(left).ToList());
        return string.Create(Local.British, $"{rows:N0} of {Counted.Of(report.Rows, "row")} ({(double)rows / report.Rows:P0}) "
            + $"{(rows == 1 ? "is" : "are")} left out, and every figure lacks {(rows == 1 ? "it" : "them")}: nobody said what the words of the "
            + $"{string.Join(" and ", keys.Select(wording => wording.Field))} column mean. Say it by "
            + $"{string.Join(" and ", keys.Select(wording => $"--{wording.Key} \"WORD={wording.Meanings[0]}\""))}, or the page's card of words, and "
            + $"bring the file in again; a word whose rows are to be left out means rejected.");
    }

    private static IEnumerable<Wording> Keys(List<Finding> findings) => Wording.All.Where(wording =>
        findings.Exists(finding => finding.Code == Finding.UnsaidWord + wording.Field));
}
