using Answerable.App.Import;
using Answerable.App.Import.Profiles;

namespace Answerable.Web.Import;

/// <summary>How a table's durations were read, and who said so: the user, the heading, the values, or nobody.</summary>
internal static class ImportTaken
{
    public static IEnumerable<object> Units(ImportReport report) => (report.Mapping?.UnitColumns ?? []).Select(field => new
    {
        Field = field,
        Column = report.Mapping!.Columns[field],
        Unit = report.Mapping.Units.GetValueOrDefault(field),
        By = By(report.Mapping, field),
    });

    public static object? Decimals(ImportReport report) => report.Mapping is { UnitColumns.Count: > 0 } mapping
        ? new { Mark = mapping.Decimals, By = By(mapping, "decimals") } : null;

    public static IEnumerable<string> Lines(ImportReport report)
    {
        if (report.Mapping is not { UnitColumns: { Count: > 0 } fields, Proposed: not null } mapping)
            yield break;
        foreach (var field in fields)
            yield return $"{field} ({mapping.Columns[field]}): a number alone counts {mapping.Units[field]}, "
                + $"{ProposedWords.By(mapping.Proposed.GetValueOrDefault(field))}.";
        if (mapping.Decimals == "comma")
            yield return $"Decimals are read with a comma, {ProposedWords.By(mapping.Proposed.GetValueOrDefault("decimals"))}.";
    }

    /// <summary>Of an import before this was kept nothing is said.</summary>
    private static string? By(GenericMapping mapping, string what) =>
        mapping.Proposed is not { } proposed ? null : proposed.GetValueOrDefault(what) ?? "said";
}
