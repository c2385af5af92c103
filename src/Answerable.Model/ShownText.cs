using System.Globalization;
using System.Text;

namespace Answerable.Model;

/// <summary>What is written as others will see it. Text that shows nothing, of spaces, controls and characters without a shape, is empty: who must
/// write a reason or a name has not.</summary>
public static class ShownText
{
    // Letters and symbols by their kind, and yet without a shape: fillers of Hangul, and the empty pattern of Braille.
    private static readonly int[] Shapeless = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800];

    /// <summary>The text without the spaces round it; nothing where it shows nothing.</summary>
    public static string Shown(this string? text) => text is not null && text.EnumerateRunes().Any(Shows) ? text.Trim() : "";

    private static bool Shows(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        && !Shapeless.Contains(rune.Value);
}
