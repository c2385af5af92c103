namespace Answerable.Model.People;

/// <summary>
/// How soon a password is guessed, by one who knows what people choose: common passwords by their rank, the person's own words, runs of letters or
/// keys, and whatever is repeated cost little; each other letter costs ten times more guesses. Counted in powers of ten, by the cheapest way to
/// put the password together from such parts.
/// </summary>
public static class GuessedSoon
{
    private const double Letter = 1;
    private const double Own = 0.5;
    private const double Run = 1.5;
    private const double Again = 0.3;
    private const int ShortestPart = 3;
    /// <summary>What is longer is not guessed, and would take long to look at.</summary>
    private const int Looked = 64;

    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];
    private static readonly Dictionary<char, char> Meant = new()
    {
        ['0'] = 'o',
        ['1'] = 'l',
        ['3'] = 'e',
        ['4'] = 'a',
        ['5'] = 's',
        ['7'] = 't',
        ['@'] = 'a',
        ['$'] = 's',
        ['!'] = 'i',
    };
    private static readonly Dictionary<string, double> Common = Read();

    /// <param name="own">Words that whoever guesses knows of the person, or of where they work.</param>
    public static double Of(string password, IEnumerable<string> own)
    {
        var text = password[..Math.Min(password.Length, Looked)].ToLowerInvariant();
        var known = own.Select(word => word.ToLowerInvariant()).Where(word => word.Length >= ShortestPart).ToHashSet(StringComparer.Ordinal);
        var cheapest = new double[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            cheapest[end] = cheapest[end - 1] + Letter;
            for (var start = 0; start <= end - ShortestPart; start++)
                cheapest[end] = Math.Min(cheapest[end], cheapest[start] + Cost(text, start, end, known));
        }
        return cheapest[^1];
    }

    private static double Cost(string text, int start, int end, HashSet<string> own)
    {
        var part = text[start..end];
        var meant = string.Concat(part.Select(letter => Meant.GetValueOrDefault(letter, letter)));
        return own.Contains(part) || own.Contains(meant) ? Own
            : text.IndexOf(part, 0, start, StringComparison.Ordinal) >= 0 || part.All(letter => letter == part[0]) ? Again
            : Rows.Any(row => row.Contains(part, StringComparison.Ordinal) || row.Contains(Backwards(part), StringComparison.Ordinal)) ? Run
            : Math.Min(Common.GetValueOrDefault(part, double.PositiveInfinity), Common.GetValueOrDefault(meant, double.PositiveInfinity));
    }

    private static string Backwards(string part) => string.Concat(part.Reverse());

    private static Dictionary<string, double> Read()
    {
        using var stream = typeof(GuessedSoon).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ranks = new Dictionary<string, double>(words.Length, StringComparer.Ordinal);
        for (var place = 0; place < words.Length; place++)
            ranks.TryAdd(words[place].Trim(), Math.Log10(place + 2));
        return ranks;
    }
}
