using System.Buffers;
using System.Text.RegularExpressions;

namespace Answerable.Model.Privacy;

/// <summary>A card number in a text: where its digits stand, and those of a security code that is glued to it.</summary>
/// <param name="IsPlain">It begins as cards do and stands in their very groups: what overlaps it and does not is chance.</param>
internal sealed record CardNumber(IReadOnlyList<int> Digits, IReadOnlyList<int> Glued, bool IsPlain);

/// <summary>
/// Finds card numbers by their digits. The less usual what stands between them, the more like a card they must look, for the digits of dates, times
/// and amounts pass Luhn once in ten: spaces, dashes, dots and the like may part any number; other signs one that begins as cards do and is parted
/// evenly; words one in the very groups in which cards are read out. A telephone number, which says so by a plus or tel:, is no card.
/// </summary>
internal static partial class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;
    private const int LongestTelephone = 15;
    private const int LongestGap = 24;

    private static readonly SearchValues<char> UsualSigns = SearchValues.Create($" \t\r\n\v\f-./\\_|{ReadableShape.Invisible}");

    private static readonly string[] ReadOut = ["4 4 4 4", "4 6 5", "4 6 4", "4 4 4 4 3", "4 4 4 4 2", "4 4 5", "4 4 6", "8 8", "6 10", "6 13"];

    private enum Gap
    {
        None,
        Usual,
        Signs,
        Words,
        Apart,
    }

    public static IReadOnlyList<CardNumber> In(string shape)
    {
        var places = Enumerable.Range(0, shape.Length).Where(at => char.IsAsciiDigit(shape[at])).ToList();
        if (places.Count < Shortest)
            return [];
        var gaps = GapsOf(shape, places);
        var found = Enumerable.Range(0, places.Count - Shortest + 1)
            .Where(from => shape[places[from]] != '0' && (from == 0 || gaps[from - 1] != Gap.None))
            .SelectMany(from => From(shape, places, gaps, from)).ToList();
        var telephones = found.Count == 0 ? [] : TelephonesOf(shape, places);
        var plain = found.Where(card => card.IsPlain).SelectMany(card => card.Digits).ToHashSet();
        return found.FindAll(card => !telephones.IsSupersetOf(card.Digits) && (card.IsPlain || !plain.Overlaps(card.Digits)));
    }

    private static IEnumerable<CardNumber> From(string shape, List<int> places, Gap[] gaps, int from)
    {
        var widest = gaps.AsSpan(from, Shortest - 1).ToArray().Max();
        for (var length = Shortest; length <= Longest && from + length <= places.Count && widest != Gap.Apart; length++)
        {
            var glued = Touching(gaps, from + length - 1);
            var groups = GroupsOf(gaps, from, length);
            if (LikeACard(shape, places, from, length, groups, widest, glued) && Luhn(shape, places, from, length))
                yield return new CardNumber(places.GetRange(from, length), places.GetRange(from + length, glued),
                    BeginsAsCardsDo(shape, places, from) && (groups.Count == 1 || ReadOut.Contains(string.Join(' ', groups))));
            if (from + length < places.Count)
                widest = (Gap)Math.Max((int)widest, (int)gaps[from + length - 1]);
        }
    }

    private static bool LikeACard(string shape, List<int> places, int from, int length, List<int> groups, Gap widest, int glued)
    {
        if (glued > 0)
            return CarriesACode(shape, places, from, length, groups, glued);
        return widest <= Gap.Usual || (BeginsAsCardsDo(shape, places, from) && (widest == Gap.Words
            ? ReadOut.Contains(string.Join(' ', groups))
            : groups.TrueForAll(size => size >= 3) || Even(groups)));
    }

    /// <summary>A security code may be glued to a number of 15 or 16 digits that is no longer number by itself.</summary>
    private static bool CarriesACode(string shape, List<int> places, int from, int length, List<int> groups, int glued) =>
        groups.Count == 1 && (length, glued) is (15, 4) or (16, 3) && BeginsAsCardsDo(shape, places, from)
        && !Luhn(shape, places, from, length + glued);

    private static bool Even(List<int> groups) =>
        groups.Count == 1 || (groups[..^1].Distinct().Count() == 1 && groups[^1] <= groups[0]);

    /// <summary>3 to 6 begin the cards of the great schemes, and some of 2.</summary>
    private static bool BeginsAsCardsDo(string shape, List<int> places, int from)
    {
        ReadOnlySpan<char> four = [shape[places[from]], shape[places[from + 1]], shape[places[from + 2]], shape[places[from + 3]]];
        return four[0] is >= '3' and <= '6' || (four.SequenceCompareTo("2200") >= 0 && four.SequenceCompareTo("2720") <= 0);
    }

    private static List<int> GroupsOf(Gap[] gaps, int from, int length)
    {
        var groups = new List<int> { 1 };
        for (var at = from; at < from + length - 1; at++)
            if (gaps[at] == Gap.None)
                groups[^1]++;
            else
                groups.Add(1);
        return groups;
    }

    /// <summary>How many digits follow a place without anything between.</summary>
    private static int Touching(Gap[] gaps, int at)
    {
        var digits = 0;
        while (at + digits < gaps.Length && gaps[at + digits] == Gap.None)
            digits++;
        return digits;
    }

    private static Gap[] GapsOf(string shape, List<int> places)
    {
        var gaps = new Gap[places.Count - 1];
        for (var at = 0; at < gaps.Length; at++)
            gaps[at] = GapOf(shape.AsSpan((places[at] + 1)..places[at + 1]));
        return gaps;
    }

    private static Gap GapOf(ReadOnlySpan<char> between) => between switch
    {
        "" => Gap.None,
        { Length: > LongestGap } => Gap.Apart,
        "+" => Gap.Signs,
        _ when between.Contains('+') => Gap.Apart,
        _ when between.ContainsAnyInRange('a', 'z') => Gap.Words,
        _ => between.ContainsAnyExcept(UsualSigns) ? Gap.Signs : Gap.Usual,
    };

    private static HashSet<int> TelephonesOf(string shape, List<int> places)
    {
        var telephones = new HashSet<int>();
        foreach (Match telephone in Telephones().Matches(shape))
        {
            var digits = places.FindAll(at => at >= telephone.Index && at < telephone.Index + telephone.Length);
            if (digits.Count <= LongestTelephone)
                telephones.UnionWith(digits);
        }
        return telephones;
    }

    private static bool Luhn(string shape, List<int> places, int from, int length)
    {
        var sum = 0;
        for (var place = 0; place < length; place++)
        {
            var digit = shape[places[from + length - 1 - place]] - '0';
            if (place % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    // Where the search takes too long it throws, and nothing is written: never a number unmasked.
    [GeneratedRegex(@"(?:\+|tel:)[ (]{0,2}[0-9](?:[ ()./\-\u200B]{0,3}[0-9])*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telephones();
}
