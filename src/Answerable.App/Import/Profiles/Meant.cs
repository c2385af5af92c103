using System.Text;
using System.Text.RegularExpressions;

namespace Answerable.App.Import.Profiles;

/// <summary>What the words of a column say by a mapping; its own words go before the usual ones.</summary>
internal sealed partial class Meant
{
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);

    public Meant(Wording wording, GenericMapping mapping)
    {
        foreach (var (word, meaning) in mapping.Said(wording))
            Know(word, meaning);
        foreach (var (meaning, words) in wording.Usual)
            foreach (var word in words)
                Know(word, meaning);
    }

    /// <summary>None where nobody said.</summary>
    public string? Of(string word) => _known.GetValueOrDefault(word) ?? _known.GetValueOrDefault(Plain(word))
        // A page shows words masked, and brings back what they say so.
        ?? _known.GetValueOrDefault(Remark.Masked(word));

    private void Know(string word, string meaning)
    {
        _known.TryAdd(word.Trim(), meaning);
        _known.TryAdd(Plain(word), meaning);
    }

    /// <summary>However its accents are put together and its parts are joined: <c>EXTERNAL_OUTBOUND</c> and <c>In-bound</c> are words too.</summary>
    private static string Plain(string word) => Joints().Replace(Readable.Of(word).Normalize(NormalizationForm.FormC), " ").Trim();

    [GeneratedRegex(@"[\s_\-]+", RegexOptions.None, 1000)]
    private static partial Regex Joints();
}
