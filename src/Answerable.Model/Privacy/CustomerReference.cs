using System.Globalization;
using System.Text;

namespace Answerable.Model.Privacy;

/// <summary>What a customer is known by, whoever types it and however: an account number, a caller's line, an address.</summary>
public static class CustomerReference
{
    public const int Longest = 100;

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
