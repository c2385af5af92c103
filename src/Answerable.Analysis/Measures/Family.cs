using System.Globalization;

namespace Answerable.Analysis.Measures;

/// <summary>
/// Measures that are kept together, by one key. Each module that measures something brings its own family; what is stored names family,
/// dimensions and measures by their ids, so that any two versions of the program read each other's rows.
/// </summary>
public sealed class Family
{
    private readonly int[] _places;
    private readonly Dictionary<ushort, Measure> _byId;

    /// <param name="id">Catalogued for ever, as its measures' ids are.</param>
    /// <param name="key">What its cells are kept by, beside the quarter-hour.</param>
    public Family(byte id, string name, IReadOnlyList<Dimension> key, IReadOnlyList<Measure> measures)
    {
        (Id, Name, Key, Measures) = (id, name, key, measures);
        foreach (var kind in measures.GroupBy(measure => measure.Kind))
            foreach (var (place, measure) in kind.Index())
                measure.Stand(place);
        _places = [.. Dimensions.All.Select(dimension => key.ToList().IndexOf(dimension))];
        _byId = measures.ToDictionary(measure => measure.Id);
        Holds = string.Create(CultureInfo.InvariantCulture, $"{QuarterBytes.Form}: {string.Join(' ', _byId.Keys.Order())}");
    }

    public byte Id { get; }
    public string Name { get; }
    public IReadOnlyList<Dimension> Key { get; }
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Says of a stored quarter-hour in which form it is and which measures were added up: it may hold none of one, and yet have been
    /// asked.</summary>
    public string Holds { get; }

    public Measure? Find(ushort id) => _byId.GetValueOrDefault(id);

    /// <summary>Where a dimension stands in the key; -1 where these measures are not kept by it.</summary>
    public int PlaceOf(Dimension dimension) => _places[(int)dimension];

    public bool KeptBy(Dimension dimension) => PlaceOf(dimension) >= 0;

    /// <summary>Whether a quarter-hour that holds this must be added up again: its form is older, or a measure is missing. More than is known is no
    /// fault: a newer program wrote it.</summary>
    public bool Lacks(string holds)
    {
        var (form, measures) = holds.Split(':') is [var first, var rest] ? (first, rest) : (holds, "");
        return !int.TryParse(form, CultureInfo.InvariantCulture, out var number)
            || number < QuarterBytes.Form
            || (number == QuarterBytes.Form
                && _byId.Keys.Except(measures.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => ushort.Parse(id, CultureInfo.InvariantCulture))).Any());
    }

    internal int Number(MeasureKind kind) => Measures.Count(measure => measure.Kind == kind);

    public override string ToString() => $"{Id} {Name} by {string.Join(", ", Key)}";
}
