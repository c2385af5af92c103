using System.Globalization;
using System.Text;

namespace Answerable.Model;

/// <summary>What is written as others will see it. Text that shows nothing, of spaces, controls and characters without a shape, is empty: who must
/// write a reason or a name has not.</summary>
public static class ShownText
{
    /// <summary>The text without the spaces round it; nothing where it shows nothing.</summary>
    public static string Shown(this string? text) => text is not null && text.EnumerateRunes().Any(Shows) ? text.Trim() : "";

    /// <summary>Whether a name reads as what it is: nothing in it turns the text round, and nothing is there that shows nothing, so that no two
    /// names look alike and are not. Joiners stand within words of many scripts, and between the parts of an emoji.</summary>
    public static bool ReadsAsItIs(this string? text) =>
        text is null || text.EnumerateRunes().All(rune => rune.Value is 0x20 or 0x200C or 0x200D || !IsShapeless(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned || rune.Value is 0xFE0E or 0xFE0F);

    public static string WithoutShapeless(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !IsShapeless(rune)).Select(rune => rune.ToString()));

    /// <summary>Whether two names are one to whoever reads them: however their accents are put together, whatever their case, width and spaces, and
    /// whatever stands between that is not seen.</summary>
    public static bool LooksLike(this string text, string other) => Folded(text) == Folded(other);

    private static string Folded(string text)
    {
        // Half a character cannot be normalised: read as runes it stands as the sign for what is unreadable.
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKC);
        var words = string.Concat(whole.EnumerateRunes().Select(rune =>
            Rune.IsWhiteSpace(rune) ? " " : IsShapeless(rune) ? "" : Rune.ToUpperInvariant(rune).ToString()));
        return string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What a name is refused with that does not.</summary>
    public static Refusal Misleading(string field) => new("name.unreadable",
        "There is a character in it that shows nothing, or turns the text round. Type the name anew.", field);

    /// <summary>Why something cannot be named so; null where it can. Digits alone stand in sentences and lists like an amount or a code of
    /// something else.</summary>
    public static Refusal? NameRefused(this string name, string field) => !name.ReadsAsItIs() ? Misleading(field)
        : name.EnumerateRunes().Any(Rune.IsLetter) ? null
        : new("name.no-letter", "There is no letter in it: beside amounts and codes it would not be known for a name. Say it in words.", field);

    /// <summary>A character that shows nothing wherever it stands. Of these Unicode counts some among letters, symbols and marks: fillers of
    /// Hangul, the empty pattern of Braille, joiners and variation selectors.</summary>
    internal static bool IsShapeless(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>A mark over a letter shows with it, and nothing by itself.</summary>
    private static bool Shows(Rune rune) =>
        !IsShapeless(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
