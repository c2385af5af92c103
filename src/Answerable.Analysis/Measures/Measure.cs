namespace Answerable.Analysis.Measures;

/// <summary>How a measure's values are kept; all three add up over any cells.</summary>
public enum MeasureKind
{
    Count = 1,
    Sum = 2,
    /// <summary>Whole values and how many had each.</summary>
    Histogram = 3,
}

/// <summary>Something counted, summed or spread, additive over any cells of its family.</summary>
/// <param name="id">Catalogued for ever, as a fact's name is: never given to another measure, never with another meaning. What changes its meaning is
/// a new measure.</param>
/// <param name="unit">What one of it is: contacts, milliseconds, seconds rounded up.</param>
public sealed class Measure(ushort id, string name, MeasureKind kind, string unit, string words)
{
    public ushort Id { get; } = id;
    public string Name { get; } = name;
    public MeasureKind Kind { get; } = kind;
    public string Unit { get; } = unit;
    public string Words { get; } = words;

    /// <summary>Its column among those of its kind in the family it belongs to; of use in memory alone, never stored.</summary>
    public int Place { get; private set; } = -1;

    internal void Stand(int place)
    {
        if (Place >= 0)
            throw new InvalidOperationException($"The measure {Name} belongs to a family already.");
        Place = place;
    }

    public override string ToString() => $"{Id} {Name} {Kind} ({Unit})";
}
