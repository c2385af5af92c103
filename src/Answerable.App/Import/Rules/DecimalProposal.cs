using Answerable.App.Import.Profiles;
using Answerable.Model.Import;

namespace Answerable.App.Import;

/// <summary>What parts the decimals of a table's durations: what one of them can only be read with. What reads both ways (1,180) parts thousands
/// where the others show that the file parts them, and decimals where they show that it does not; else it is asked.</summary>
internal static class DecimalProposal
{
    private const int Thousand = 1000;

    public static (string Mark, string By) Of(IReadOnlyList<string> numbers)
    {
        if (numbers.Select(WrittenNumber.SaysComma).FirstOrDefault(says => says is not null) is { } comma)
            return (comma ? "comma" : "point", ProposedBy.Values);
        var marks = numbers.Where(ReadsBothWays).Select(number => number.Contains(',')).Distinct().ToList();
        if (marks.Count == 0)
            return ("point", ProposedBy.Values);
        var whole = numbers.Where(number => number.All(char.IsAsciiDigit)).Select(number => WrittenNumber.Read(number, false) ?? 0).ToList();
        var parts = !whole.Exists(number => number >= Thousand);
        return marks.Count > 1 || (parts && !whole.Exists(number => number > 0)) ? ("point", ProposedBy.Asked)
            : (marks[0] == parts ? "point" : "comma", ProposedBy.Values);
    }

    public static bool ReadsBothWays(string number) =>
        (WrittenNumber.Read(number, true), WrittenNumber.Read(number, false)) is ({ } comma, { } point) && comma != point;
}
