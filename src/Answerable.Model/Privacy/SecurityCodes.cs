using System.Buffers;
using System.Text.RegularExpressions;

namespace Answerable.Model.Privacy;

/// <summary>Finds security codes: three or four digits by any of their usual names, before or after, or by none right after a card.</summary>
internal static partial class SecurityCodes
{
    // A day, or a year with its month: no code is written so, nor may its year be taken for one.
    private const string Date = @"(?:[0-3]?[0-9] ?[-./] ?[0-3]?[0-9] ?[-./] ?(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]"
        + @"|20[0-9]{2}[-/](?:0[1-9]|1[0-2]))(?![0-9])";

    private const string Names =
        @"(?:c[ ._/*-]?(?:v[ ._/*-]?[vcndp2]|s[ ._/*-]?[cv]|[ac][ ._/*-]?v|i[ ._/*-]?d)(?:[ ._/*-]?(?!" + Date + @")2)?"
        + @"|security\W{1,3}(?:code|number|no|digits?)|(?:card\W{1,3})?(?:verification|validation)\W{1,3}(?:code|number|no|value)"
        + @"|card\W{1,3}(?:code|security)|signature\W{1,3}(?:code|digits?|panel|strip)|(?:last|back)\W{1,3}(?:three|3)(?:\W{1,3}digits?)?"
        + @"|(?:three|3)\W{1,3}digits?(?:\W{1,3}code)?"
        + @"|(?:number|code|digits?)\W{1,3}on\W{1,3}the\W{1,3}(?:back|front|reverse)|pin(?:\W{1,3}(?:code|number))?|"
        + OtherTongues + ")";

    // A letter with an accent has the shape of an x, or of itself with something unseen after it.
    private const string OtherTongues =
        @"(?:karten)?(?:pr(?:x|ue?\u200B?)f|sicherheits)\W?(?:nummer|nr|ziffern?|zahl|code)|geheimzahl|cryptogramme(?:\W{1,3}visuel)?"
        + @"|(?:c(?:x|o\u200B?)digo|codice|code|kod)(?:\W{1,3}(?:de|di|da|do))?\W{1,3}(?:s(?:x|e\u200B?)curit(?:x|e\u200B?)|seguridad"
        + @"|seguran(?:x|c\u200B?)a|sicurezza|bezpieczen?\u200B?x?stwa|v(?:x|e\u200B?)rifica\w{1,8})|(?:beveiligings|veiligheids)code"
        + @"|sec\W{0,3}(?:code|number)";

    private const string Linking = @"(?:is|was|of|as|it|to|for|are|the|on|back|card|number|code|no|reads?|says?|my|her|his|their"
        + @"|ist|war|lautet|die|der|das|est|es|el|la|le|il)";

    private const string Code = @"(?!" + Date + @")(?<code>[0-9](?:[\s\-.,/*\u200B]{0,3}[0-9]){2,3})(?![0-9]|[.,:][0-9])";

    private const string Expiry = @"(?:" + Date + @"|(?!" + Date + @")(?:(?:0?[1-9]|1[0-2])[^0-9a-z$]{0,3}"
        + @"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[^0-9a-z$]{1,3})(?:20)?[0-9]{2}(?![0-9]))";

    // A sum of money by its currency, which is not that of a sum still to come.
    private const string Sum = @"[0-9]{3,4}\W{0,2}(?:\$|(?:gbp|eur|usd|pounds?|euros?|dollars?|pence|quid)\b)(?!\W{0,3}[0-9$])";

    /// <summary>How far from a card what is said of it may stand.</summary>
    private const int Beside = 60;

    /// <summary>Where none of these stands in a plain text there is no code by name, nor anything a mask has left.</summary>
    public static readonly SearchValues<string> Hints = SearchValues.Create(
        ["cv", "cs", "ci", "ca", "cc", "c.", "c ", "c_", "c-v", "c-s", "c-i", "c-a", "c-c", "c/", "c*", "secur", "verif", "valid", "card", "signat",
            "last", "back", "digit", "front", "reverse", "pin", "*", "sec", "ruf", "ruef", "sicher", "geheim",
            "crypto", "segur", "sicur", "veilig", "bezpiecz"], StringComparison.OrdinalIgnoreCase);

    public static void Mask(ReadableShape shape, IReadOnlyList<CardNumber> cards)
    {
        var text = shape.Characters;
        foreach (var match in Named().Matches(text).Concat(NamedAfter().Matches(text)).Concat(Nameless(text, cards))
            .Concat(Vague(text, cards)))
            for (var at = match.Groups["code"].Index; at < match.Groups["code"].Index + match.Groups["code"].Length; at++)
                if (char.IsAsciiDigit(text[at]))
                    shape.Mask(at);
    }

    private static IEnumerable<Match> Nameless(string text, IReadOnlyList<CardNumber> cards)
    {
        var numbers = cards.SelectMany(card => card.Digits).ToHashSet();
        return cards.Select(card => card.Digits[^1] + 1).Concat(AfterMask(text)).Select(end => After().Match(text, end))
            .Where(match => match.Success && !numbers.Contains(match.Groups["code"].Index));
    }

    /// <summary>Sec is a security code beside a card, and seconds elsewhere.</summary>
    private static IEnumerable<Match> Vague(string text, IReadOnlyList<CardNumber> cards)
    {
        var vague = Vaguely().Matches(text);
        if (vague.Count == 0)
            return [];
        var places = cards.Select(card => (From: card.Digits[0], To: card.Digits[^1] + 1))
            .Concat(MaskedCards().Matches(text).Select(match => (From: match.Index, To: match.Index + match.Length))).ToList();
        return vague.Where(match => places.Exists(card =>
            match.Index < card.To + Beside && card.From < match.Index + match.Length + Beside));
    }

    /// <summary>Where what a mask has left of card numbers ends.</summary>
    public static IEnumerable<int> AfterMask(string text) => MaskedCards().Matches(text).Select(match => match.Index + match.Length);

    [GeneratedRegex(@"\b" + Names + @"(?:\W{0,3}\b" + Linking + @"\b){0,4}\W{0,4}" + Code, RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![0-9.,:/\-])" + Code + @"\W{0,3}"
        + @"(?:(?:is|was|as|for|are|ist|war|est|es)\W{1,3}(?:(?:the|my|her|his|their|card|die|der|das|le|la|el|il)\W{1,3}){0,3}|\()" + Names + @"\b",
        RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NamedAfter();

    [GeneratedRegex(@"(?<!(?:^|[\s(,;])[0-9]{1,3}\W{0,2})\bsec\W{1,4}" + Code, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vaguely();

    // An expiry date may stand between, by name or by itself; what has a currency is a sum of money.
    [GeneratedRegex(@"\G(?:[^0-9a-z$]{1,12}(?:(?:exp\w{0,8}|valid|until|thru|through|ends?|end|date|to|and|with|is)[^0-9a-z$]{1,6}){0,4}"
        + Expiry + @")?[^0-9a-z$]{1,12}(?:(?:and|with|code|its?|the|number)[^0-9a-z$]{1,6}){0,3}"
        + @"(?!" + Date + "|" + Sum + @")(?<code>[0-9]{3,4})(?![0-9]|[.,:][0-9])",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"[0-9](?:[^0-9*]{0,24}[0-9]){5}(?:[^0-9*]{0,24}\*){3,9}(?:[^0-9*]{0,24}[0-9]){4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MaskedCards();
}
