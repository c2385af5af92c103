using Answerable.App.Storage;
using Answerable.Model;

namespace Answerable.App.Journal;

/// <summary>Heads kept outside the database, looked for in the chain while it is read.</summary>
internal sealed class KeptOutside(JournalVerification asked, ChainKey chain)
{
    private readonly Dictionary<long, List<Anchor>> _anchors =
        (asked.Anchors ?? []).Where(anchor => anchor.Holds(chain))
            .GroupBy(anchor => anchor.Number).ToDictionary(same => same.Key, same => same.ToList());
    private readonly List<Anchor> _forged = [.. (asked.Anchors ?? []).Where(anchor => !anchor.Holds(chain))];
    private readonly List<Anchor> _changed = [];
    private bool _expected;

    public int Held { get; private set; }

    public void Pass(long number, byte[] hash)
    {
        if (asked.Expect is null && _anchors.Count == 0)
            return;
        var said = Convert.ToHexStringLower(hash);
        _expected |= string.Equals(said, asked.Expect, StringComparison.OrdinalIgnoreCase);
        if (!_anchors.Remove(number, out var here))
            return;
        Held += here.Count(anchor => anchor.Hash == said);
        _changed.AddRange(here.Where(anchor => anchor.Hash != said));
    }

    /// <summary>What was not found in the chain, now that it has been read to its end.</summary>
    public string? Missed() =>
        _forged is [var forged, ..] ? $"The anchor of {forged.At:yyyy-MM-dd HH:mm} was not made by this centre, or was changed."
        : _changed is [var changed, ..]
            ? $"Line {changed.Number} is not the one that stood there at {changed.At:yyyy-MM-dd HH:mm}, as its anchor says."
        : _anchors.Values.SelectMany(same => same).MinBy(anchor => anchor.Number) is { Number: > 0 } cut
            ? $"The journal had {Counted.Of(cut.Number, "line")} at {cut.At:yyyy-MM-dd HH:mm}, as its anchor says: those after its end were cut off."
        : asked.Expect is not null && !_expected ? "The head expected is not in the journal: it was cut off before it, or written anew."
        : null;
}
