using System.Globalization;
using System.Text;

namespace Answerable.Model.Privacy;

/// <summary>
/// A text as a person reads it, one plain character for each of its own: digits and letters of any width, script or ornament are 0 to 9 and a to z,
/// letters beyond those an x, dashes a dash, blanks (an address's %20 too) a blank, what shows nothing a zero-width space. What is found in the shape
/// is masked in the text.
/// </summary>
internal sealed class ReadableShape
{
    public const char Invisible = '\u200B';

    private readonly Rune[] _runes;
    private readonly bool[] _masked;

    private ReadableShape(Rune[] runes)
    {
        (_runes, _masked) = (runes, new bool[runes.Length]);
        Characters = string.Create(runes.Length, runes, static (shape, of) =>
        {
            for (var at = 0; at < of.Length; at++)
                shape[at] = Plain(of[at]);
        }).Replace("%20", "   ", StringComparison.Ordinal);
    }

    public static ReadableShape Of(string text) => new([.. text.EnumerateRunes()]);

    public string Characters { get; }

    public bool HasMasked { get; private set; }

    /// <summary>The text with what was masked.</summary>
    public string Text => string.Concat(_runes.Select((rune, at) => _masked[at] ? "*" : rune.ToString()));

    public void Mask(int at)
    {
        _masked[at] = true;
        HasMasked = true;
    }

    /// <summary>Of a card number the first six and the last four digits stay, and nothing of a code glued to it.</summary>
    public void MaskCard(CardNumber card)
    {
        for (var digit = 6; digit < card.Digits.Count - 4; digit++)
            Mask(card.Digits[digit]);
        foreach (var digit in card.Glued)
            Mask(digit);
    }

    private static char Plain(Rune rune)
    {
        if (rune.IsAscii)
            return char.ToLowerInvariant((char)rune.Value);
        if (rune.ToString().Normalize(NormalizationForm.FormKC) is [var only] && char.IsAscii(only) && !char.IsControl(only))
            return char.ToLowerInvariant(only);
        if (ShownText.IsShapeless(rune))
            return Rune.IsWhiteSpace(rune) ? ' ' : Invisible;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(rune)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.CurrencySymbol => '$',
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Invisible,
            _ => Rune.IsLetter(rune) ? 'x' : ';',
        };
    }
}
