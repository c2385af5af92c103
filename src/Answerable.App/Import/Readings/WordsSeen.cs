using Answerable.App.Import.Profiles;
using Answerable.Model.Import;

namespace Answerable.App.Import;

/// <summary>The different words of a column, those first of which nobody said what they mean, and then the most frequent.</summary>
/// <param name="More">Words beyond as many as a page lists one by one, of which nobody said it either.</param>
/// <param name="Known">How many of those beyond are known, and need no saying.</param>
public sealed record WordsSeen(Wording Wording, IReadOnlyList<WordsSeen.Word> Words, IReadOnlyList<WordsSeen.Word> More, int Known)
{
    public sealed record Word(string Text, long Count, string? Means);

    /// <summary>None where no column holds such words.</summary>
    internal static WordsSeen? Of(Wording wording, GenericMapping mapping, Glance glance, int most)
    {
        if (glance[mapping.Columns.GetValueOrDefault(wording.Field)] is not { } column)
            return null;
        var (meant, usual) = (new Meant(wording, mapping), wording == Wording.Outcome);
        var all = column.Values.Select(word => new Word(Remark.Masked(word.Key), word.Value.Count, meant.Of(word.Key)))
            // An outcome has to be said of every contact; of a way or a beginner, a word for "none" says nothing.
            .Where(word => word.Means is not null || usual || !WrittenDuration.IsNothing(word.Text))
            .GroupBy(word => word.Text).Select(same => same.First() with { Count = same.Sum(word => word.Count) })
            .OrderBy(word => word.Means is not null).ThenByDescending(word => word.Count).ToList();
        return all.Count == 0 ? null
            : new(wording, [.. all.Take(most)], [.. all.Skip(most).Where(word => word.Means is null)],
                all.Skip(most).Count(word => word.Means is not null));
    }
}
