using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Answerable.Model.Privacy;

/// <summary>What a customer is known by, whoever types it and however: an account number, a caller's line, an address.</summary>
public static partial class CustomerReference
{
    public const int Longest = 100;

    private static readonly HashSet<string> Withheld =
    [
        "ANONYMOUS", "UNKNOWN", "PRIVATE", "RESTRICTED", "WITHHELD", "BLOCKED", "UNAVAILABLE", "HIDDEN", "SUPPRESSED", "NONE", "NULL", "NIL", "NA",
        "ANONYMOUSANONYMOUSINVALID", "UNKNOWNUNKNOWNINVALID", "NUMBERWITHHELD", "NUMBERUNAVAILABLE", "NONUMBER", "NOCALLERID", "NOCLI",
        "UNKNOWNCALLER",
        "UNKNOWNNUMBER", "PRIVATENUMBER", "PRIVATECALLER", "RESTRICTEDNUMBER", "BLOCKEDNUMBER", "WITHHELDNUMBER", "CALLERIDWITHHELD", "CALLERUNKNOWN",
        "IDUNAVAILABLE", "IDWITHHELD", "OUTOFAREA", "PAYPHONE", "NOTAVAILABLE", "NOTKNOWN", "NUMBERNOTAVAILABLE", "UNDEFINED", "UNBEKANNT", "ANONYM",
        // What the letters of ANONYMOUS are on a telephone's keys, as some exchanges send it.
        "266696687",
    ];

    /// <summary>
    /// Why a source's words name no customer at all; null where they name one. A withheld number is nobody's: two of them are two customers. Nor does
    /// a card number name anybody, or what a mask has left of one; a telephone number, which says so by a plus or tel:, is none.
    /// </summary>
    public static NamesNobody? Nobody(string told)
    {
        var bare = string.Concat(Folded(told).Where(char.IsLetterOrDigit));
        return bare.Trim('0').Length == 0 || Withheld.Contains(bare) ? NamesNobody.Withheld
            : ByExponent().IsMatch(told) ? NamesNobody.Rounded
            : !Telephone().IsMatch(told) && (CardMask.Holds(told) || CardMask.Masked(told)) ? NamesNobody.Card
            : null;
    }

    [GeneratedRegex(@"^\s*(?:tel:\s*\+?|\+)[\s(]*[0-9](?:[\s().\-/]{0,3}[0-9]){5,14}\)?\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^\s*[0-9](?:[.,][0-9]+)?E\+?[0-9]{1,2}\s*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ByExponent();

    /// <summary>
    /// The form by which one is found again. References that look alike are alike: capitals, blanks, characters that show nothing, the many
    /// dashes and the wide and narrow forms of a letter tell no two customers apart. Empty where nothing is left to see.
    /// </summary>
    public static string Folded(string typed)
    {
        var valid = string.Concat(typed.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(valid.Length);
        foreach (var rune in valid.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                folded.Append((int)Rune.GetNumericValue(rune));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value is 0x2212 or 0x2043)
                folded.Append('-');
            else if (!ShownText.IsShapeless(rune))
                folded.Append(rune);
        return folded.ToString().ToUpperInvariant();
    }

    public static bool Readable(string typed) => typed.Trim().Length <= Longest && Folded(typed).Length > 0;
}

/// <summary>Why words that stand where a customer should name none.</summary>
public enum NamesNobody
{
    /// <summary>The number was withheld, or is not known.</summary>
    Withheld,
    /// <summary>A spreadsheet rounded it, as in 4.47701E+11: thousands of numbers look so.</summary>
    Rounded,
    /// <summary>It reads as a card number, or as what a mask leaves of one.</summary>
    Card,
}
