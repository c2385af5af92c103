namespace Answerable.Analysis.Measures;

/// <summary>Rolls a quarter-hour up to one cell a kind and source. Exact, because all it adds is additive. O(cells + entries log entries).</summary>
internal static class WholeQuarter
{
    public static bool Keeps(Dimension dimension) => dimension is Dimension.Kind or Dimension.Source;

    public static QuarterColumns Of(QuarterColumns quarter)
    {
        var family = quarter.Family;
        var codes = new List<ushort[]>();
        var wholes = new int[quarter.Cells];
        for (var place = 0; place < wholes.Length; place++)
            wholes[place] = PlaceOf(codes, [.. family.Key.Select(dimension => Keeps(dimension) ? quarter.Key(dimension)[place] : (ushort)0)]);
        var measures = QuarterColumns.Empty(family);
        foreach (var measure in family.Measures)
            switch (measure.Kind)
            {
                case MeasureKind.Count: measures.Counts[measure.Place] = Sums(quarter.Counts(measure), wholes, codes.Count); break;
                case MeasureKind.Sum: measures.Sums[measure.Place] = Sums(quarter.Sums(measure), wholes, codes.Count); break;
                case MeasureKind.Histogram:
                    measures.Spreads[measure.Place] =
                    quarter.SpreadOf(measure) is { IsEmpty: false } spread ? Merged(spread, wholes, codes.Count) : null; break;
            }
        return new QuarterColumns(family, quarter.Quarter, codes.Count,
            [.. family.Key.Index().Select(held => codes.Select(code => code[held.Index]).ToArray())], measures);
    }

    private static int PlaceOf(List<ushort[]> codes, ushort[] code)
    {
        var place = codes.FindIndex(known => known.AsSpan().SequenceEqual(code));
        if (place >= 0)
            return place;
        codes.Add(code);
        return codes.Count - 1;
    }

    private static T[]? Sums<T>(ReadOnlySpan<T> column, int[] wholes, int cells) where T : struct, System.Numerics.INumber<T>
    {
        if (column.IsEmpty)
            return null;
        var sums = new T[cells];
        for (var place = 0; place < column.Length; place++)
            sums[wholes[place]] += column[place];
        return sums;
    }

    private static QuarterColumns.Spread Merged(QuarterColumns.View spread, int[] wholes, int cells)
    {
        var merged = Enumerable.Range(0, cells).Select(_ => new SortedDictionary<int, int>()).ToArray();
        for (var place = 0; place < wholes.Length; place++)
            for (var at = spread.Starts[place]; at < spread.Starts[place + 1]; at++)
                merged[wholes[place]][spread.Values[at]] = checked(merged[wholes[place]].GetValueOrDefault(spread.Values[at]) + spread.Times[at]);
        var starts = new int[cells + 1];
        for (var whole = 0; whole < cells; whole++)
            starts[whole + 1] = starts[whole] + merged[whole].Count;
        return new QuarterColumns.Spread(starts, [.. merged.SelectMany(own => own.Keys)], [.. merged.SelectMany(own => own.Values)]);
    }
}
