using Answerable.App.Import.Profiles;
using Answerable.Model;

namespace Answerable.Web.Import;

/// <summary>What the words of one column mean, as the page's form carries it: each with a choice, and more of them a line each.</summary>
public sealed class WordsForm
{
    private const int MostSaid = 3;

    /// <summary>The binder puts nothing where the form holds none.</summary>
    public List<string?> Words { get; set => field = value ?? []; } = [];
    public List<string?> Means { get; set => field = value ?? []; } = [];

    /// <summary>Lines of <c>word = meaning</c>; what has no meaning yet stands there to be given one.</summary>
    public string Lines { get; set => field = value ?? ""; } = "";

    public string? MeaningOf(string word) => Words.IndexOf(word) is >= 0 and var at && at < Means.Count ? Means[at] : null;

    /// <summary>Words said here go before; those kept from another day's file stay, unless they were said otherwise.</summary>
    public Dictionary<string, string> Over(IReadOnlyDictionary<string, string>? before)
    {
        var said = Words.Zip(Means).Where(pair => pair.First is not null && !string.IsNullOrEmpty(pair.Second))
            .Select(pair => (Word: pair.First!, Means: pair.Second!)).Concat(Typed().Where(line => line.Means.Length > 0))
            .Concat((before ?? new Dictionary<string, string>()).Where(kept => !Words.Contains(kept.Key))
                .Select(kept => (Word: kept.Key, Means: kept.Value)));
        return said.GroupBy(pair => pair.Word).ToDictionary(same => same.Key, same => same.First().Means);
    }

    public bool Types(string word) => Typed().Any(line => line.Word == word);

    public IEnumerable<Refusal> Amiss(Wording wording)
    {
        var wrong = Typed().Where(line => line.Means.Length > 0 && !wording.Meanings.Contains(line.Means)).ToList();
        if (wrong.Count > 0)
            yield return new("import.meaning-unknown", $"After the = stands one of {string.Join(", ", wording.Meanings)}; not so in: "
                + $"{string.Join(", ", wrong.Take(MostSaid).Select(line => $"“{line.Word} = {line.Means}”"))}.", $"more-{wording.Field}");
    }

    /// <summary>A word may hold = itself: the last parts.</summary>
    private IEnumerable<(string Word, string Means)> Typed() => Lines.Split('\n').Select(line => (Line: line, At: line.LastIndexOf('=')))
        .Where(line => line.At > 0).Select(line => (line.Line[..line.At].Trim(), line.Line[(line.At + 1)..].Trim().ToLowerInvariant()));
}
