using Answerable.App.Import.Profiles;

namespace Answerable.Web.Import;

/// <summary>What was taken where nobody said, and from what, in words.</summary>
internal static class ProposedWords
{
    /// <summary>Behind what was taken, on the command line: <c>(by its heading)</c>.</summary>
    public static string By(string? by) => by switch
    {
        ProposedBy.Heading => "by its heading",
        ProposedBy.Values => "as its values show",
        ProposedBy.Assumed => "assumed: neither heading nor values say another",
        ProposedBy.Doubted => "assumed, and in doubt: see the findings",
        ProposedBy.Asked => "to be chosen: neither heading nor values tell",
        _ => "as said",
    };

    /// <summary>What stands in a choice of the page where nobody chose.</summary>
    public static string Choice(GenericMapping mapping, string field, string? taken, IEnumerable<(string Value, string Words)> all) =>
        mapping.Proposed?.GetValueOrDefault(field) is not { } by || taken is not { Length: > 0 } ? "As the heading and the values show"
        : by == ProposedBy.Asked ? "Choose: it cannot be told"
        : $"{all.First(one => one.Value == taken).Words} ({By(by)})";
}
