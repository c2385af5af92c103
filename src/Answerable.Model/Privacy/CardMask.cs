using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Answerable.Model.Privacy;

/// <summary>
/// Card numbers and security codes are masked before anything is appended, logged or kept as a draft (PCI DSS 3.3.1, 3.4.1):
/// a number of 13 to 19 digits in any spacing that passes Luhn keeps its first six and last four digits; a security code keeps nothing.
/// </summary>
public static partial class CardMask
{
    public static string Apply(string text)
    {
        if (!MayHold(text))
            return text;
        var masked = Runs().Replace(text, match => MaskRun(match.Value));
        return Codes().Replace(masked, match => match.Groups["label"].Value + new string('*', match.Groups["code"].Length));
    }

    public static bool Holds(string text) => Apply(text) != text;

    /// <summary>Whether what is left of a masked card number stands there: it names nobody, for others' look the same.</summary>
    public static bool Masked(string text) => MaskedCards().IsMatch(text);

    [GeneratedRegex(@"[0-9](?:[^0-9*]?[0-9]){5}(?:[^0-9*]?\*){3,9}(?:[^0-9*]?[0-9]){4}", RegexOptions.None, 1000)]
    private static partial Regex MaskedCards();

    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var character in text)
            if (char.IsDigit(character) && ++digits >= 3)
                return true;
        return false;
    }

    /// <summary>A run of digits may hold a card number anywhere inside it; every one found is masked, longest first.</summary>
    private static string MaskRun(string run)
    {
        var digits = new List<int>();
        for (var at = 0; at < run.Length; at++)
            if (char.IsDigit(run[at]))
                digits.Add(at);
        var masked = new StringBuilder(run);
        for (var from = 0; from + 13 <= digits.Count; from++)
        {
            var length = CardLengthAt(run, digits, from);
            if (length == 0)
                continue;
            for (var inside = from + 6; inside < from + length - 4; inside++)
                masked[digits[inside]] = '*';
            from += length - 1;
        }
        return masked.ToString();
    }

    private static int CardLengthAt(string run, List<int> digits, int from)
    {
        for (var length = Math.Min(19, digits.Count - from); length >= 13; length--)
            if (Whole(run, digits, from, length) && Luhn(run, digits, from, length))
                return length;
        return 0;
    }

    // A card number stands alone: its ends do not touch a further digit without a separator between.
    private static bool Whole(string run, List<int> digits, int from, int length) =>
        (from == 0 || digits[from] - digits[from - 1] > 1)
        && (from + length == digits.Count || digits[from + length] - digits[from + length - 1] > 1)
        && CharUnicodeInfo.GetDecimalDigitValue(run[digits[from]]) != 0;

    private static bool Luhn(string run, List<int> digits, int from, int length)
    {
        var sum = 0;
        for (var place = 0; place < length; place++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(run[digits[from + length - 1 - place]]);
            if (place % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    // Where the search takes too long it throws, and nothing is written: never a number unmasked.
    [GeneratedRegex(@"(?<![\d*])\d(?:[\s\p{Pd}./\\_|]{0,12}\d){12,}(?![\d*])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Runs();

    [GeneratedRegex(
        @"(?<label>\b(?:cvv2?|cvc2?|cid|csc|cav2?|security\s+(?:code|number)|card\s+(?:verification|security)\s+(?:code|number|value))"
            + @"\W{0,3}(?:(?:is|was|of|number|code|no\.?)\W{0,3}){0,2})(?<code>\d(?:[ \-]?\d){2,3})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Codes();
}
