using System.Globalization;
using System.Text.RegularExpressions;

namespace Answerable.Model.Centre;

/// <summary>The money a centre reckons in. Amounts are kept whole in its smallest unit: what a name calls pence is a euro's cents.</summary>
/// <param name="Digits">Digits after the point: the smallest unit is 10 to the power of minus this.</param>
/// <param name="Units">What one counts in, such as pounds.</param>
/// <param name="Parts">What those divide into, such as pence; empty where they do not.</param>
/// <param name="Commas">Where it is used people write a comma before the parts, and a point between thousands.</param>
public sealed partial record Currency(string Code, string Symbol, int Digits, string Units, string Parts, bool Commas = false)
{
    private const decimal MostUnits = 10_000_000;

    /// <summary>Whole units the currency is divided by: 100 for pence.</summary>
    public long Whole { get; } = (long)Math.Pow(10, Digits);

    // A symbol of letters stands apart from its figure.
    private string Mark => char.IsLetter(Symbol[^1]) ? Symbol + " " : Symbol;

    /// <summary>As people read it: £1,234.50.</summary>
    public string Words(long minor) => Mark + Major(minor).ToString($"N{Digits}", CultureInfo.InvariantCulture);

    /// <summary>A sum too large for its parts to matter: £12,345.</summary>
    public string Rounded(double units) => Mark + units.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>As it is typed into a field: 1234.50.</summary>
    public string Typed(long minor) => Major(minor).ToString($"F{Digits}", CultureInfo.InvariantCulture);

    public decimal Major(long minor) => (decimal)minor / Whole;

    /// <summary>
    /// Reads an amount as people type it, with the symbol before or after it or without; null where it is none. More digits after the point than the
    /// currency has are no amount, noughts too: 1.000 is a thousand in half of Europe. Where people write 1.000,50 that is read besides: by the two
    /// digits behind the comma it can be meant in one way only.
    /// </summary>
    public long? Read(string typed) => Figure(typed) is { } units && units is >= 0 and <= MostUnits && units.Scale <= Digits
        ? (long)(units * Whole)
        : null;

    /// <summary>What is wrong with an amount that could not be read, after the name of what it is to be.</summary>
    public string Unread(string typed) => Figure(typed) is > MostUnits
        ? $"can be up to {Words((long)MostUnits * Whole)}"
        : $"is not an amount: write {Example}";

    // A symbol among the digits is none of the amount's: 1£2 is not twelve.
    private decimal? Figure(string typed)
    {
        var figure = typed.Trim();
        if (figure.StartsWith(Symbol, StringComparison.OrdinalIgnoreCase))
            figure = figure[Symbol.Length..];
        else if (figure.EndsWith(Symbol, StringComparison.OrdinalIgnoreCase))
            figure = figure[..^Symbol.Length];
        figure = figure.Trim();
        return Numeral.Read(Commas && WithComma().IsMatch(figure) ? figure.Replace(".", "").Replace(',', '.') : figure);
    }

    [GeneratedRegex(@"^(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),[0-9]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex WithComma();

    /// <summary>What an amount is typed in: "pounds and pence".</summary>
    public string InWords => Parts.Length == 0 ? Units : $"{Units} and {Parts}";

    /// <summary>How an amount is to be typed: "pounds and pence as 12.50".</summary>
    public string Example => $"{InWords} as {Typed(Parts.Length == 0 ? 1250 : 1250 * Whole / 100)}";

    /// <summary>At the head of a field: "Pounds".</summary>
    public string Title => char.ToUpperInvariant(Units[0]) + Units[1..];
}
