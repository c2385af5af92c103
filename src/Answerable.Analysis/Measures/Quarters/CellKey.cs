namespace Answerable.Analysis.Measures;

/// <summary>What one cell of a quarter-hour holds the measures of: a value for each dimension of its family's key, in its order. Empty text means
/// unknown.</summary>
public readonly struct CellKey(Family family, params string[] values) : IEquatable<CellKey>
{
    private readonly string[] _values = values;

    /// <summary>The value in a dimension; unknown in one these measures are not kept by.</summary>
    public string this[Dimension dimension] => family.PlaceOf(dimension) is var place and >= 0 ? _values[place] : "";

    /// <summary>The key with its names numbered.</summary>
    public ushort[] Code(Names names)
    {
        var code = new ushort[_values.Length];
        for (var place = 0; place < code.Length; place++)
            code[place] = names.Number(family.Key[place], _values[place]);
        return code;
    }

    public bool Equals(CellKey other) => _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is CellKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values)
            hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public static bool operator ==(CellKey one, CellKey other) => one.Equals(other);

    public static bool operator !=(CellKey one, CellKey other) => !one.Equals(other);

    public override string ToString() => string.Join('|', _values);
}
