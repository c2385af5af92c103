namespace Answerable.Model.Privacy;

/// <summary>
/// Card numbers and security codes are masked before anything is appended, logged or kept as a draft (PCI DSS 3.3.1, 3.4.1): a number of 13 to 19
/// digits that passes Luhn keeps its first six and last four digits, whatever stands between and around them; a security code keeps nothing. The
/// browser masks by the same rule (assets/desk/cardmask.ts), and both are held to one table of examples.
/// </summary>
public static class CardMask
{
    public static string Apply(string text)
    {
        if (!MayHold(text))
            return text;
        // What is left of one number may, beside another, look like a third: masked until nothing does, so that masking twice is masking once.
        for (var (masked, shape) = (text, ReadableShape.Of(text)); ; masked = shape.Text, shape = ReadableShape.Of(masked))
        {
            var cards = CardNumbers.In(shape.Characters);
            foreach (var card in cards)
                shape.MaskCard(card);
            SecurityCodes.Mask(shape, cards);
            if (!shape.HasMasked)
                return masked;
        }
    }

    public static bool Holds(string text) => Apply(text) != text;

    /// <summary>Whether what is left of a masked card number stands there: it names nobody, for others' look the same.</summary>
    public static bool Masked(string text) => SecurityCodes.AfterMask(ReadableShape.Of(text).Characters).Any();

    /// <summary>A number wants 13 digits, a code three and a name: most of what is told, by the thousand a second, holds neither.</summary>
    private static bool MayHold(string text)
    {
        var (digits, plain) = (0, true);
        foreach (var character in text)
        {
            digits += char.IsNumber(character) || char.IsSurrogate(character) ? 1 : 0;
            plain &= char.IsAscii(character);
        }
        return digits >= 13 || (digits >= 3 && (!plain || text.AsSpan().ContainsAny(SecurityCodes.Hints)));
    }
}
