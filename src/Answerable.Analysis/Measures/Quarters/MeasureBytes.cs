namespace Answerable.Analysis.Measures;

/// <summary>One measure's column as bytes: how many cells have any of it, then for each the distance from the one before and what it has.</summary>
internal static class MeasureBytes
{
    public static void Write(BinaryWriter to, QuarterColumns columns, Measure measure)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Count: WriteCounts(to, columns.Counts(measure)); break;
            case MeasureKind.Sum: WriteSums(to, columns.Sums(measure)); break;
            case MeasureKind.Histogram: WriteSpread(to, columns.SpreadOf(measure)); break;
        }
    }

    public static void Read(BinaryReader from, (int[]?[] Counts, long[]?[] Sums, QuarterColumns.Spread?[] Spreads) measures, Measure measure,
        int cells)
    {
        switch (measure.Kind)
        {
            case MeasureKind.Count: measures.Counts[measure.Place] = ReadSparse(from, cells, from.Read7BitEncodedInt); break;
            case MeasureKind.Sum: measures.Sums[measure.Place] = ReadSparse(from, cells, from.Read7BitEncodedInt64); break;
            case MeasureKind.Histogram: measures.Spreads[measure.Place] = ReadSpread(from, cells); break;
        }
    }

    private static void WriteCounts(BinaryWriter to, ReadOnlySpan<int> column)
    {
        to.Write7BitEncodedInt(column.Length - column.Count(0));
        var before = -1;
        for (var place = 0; place < column.Length; place++)
            if (column[place] != 0)
            {
                to.Write7BitEncodedInt(place - before);
                to.Write7BitEncodedInt(column[place]);
                before = place;
            }
    }

    private static void WriteSums(BinaryWriter to, ReadOnlySpan<long> column)
    {
        to.Write7BitEncodedInt(column.Length - column.Count(0));
        var before = -1;
        for (var place = 0; place < column.Length; place++)
            if (column[place] != 0)
            {
                to.Write7BitEncodedInt(place - before);
                to.Write7BitEncodedInt64(column[place]);
                before = place;
            }
    }

    private static void WriteSpread(BinaryWriter to, QuarterColumns.View spread)
    {
        var starts = spread.Starts;
        var cells = 0;
        for (var place = 0; place + 1 < starts.Length; place++)
            cells += starts[place] < starts[place + 1] ? 1 : 0;
        to.Write7BitEncodedInt(cells);
        var before = -1;
        for (var place = 0; place + 1 < starts.Length; place++)
        {
            if (starts[place] == starts[place + 1])
                continue;
            to.Write7BitEncodedInt(place - before);
            to.Write7BitEncodedInt(starts[place + 1] - starts[place]);
            for (var at = starts[place]; at < starts[place + 1]; at++)
            {
                to.Write7BitEncodedInt(spread.Values[at]);
                to.Write7BitEncodedInt(spread.Times[at]);
            }
            before = place;
        }
    }

    private static T[]? ReadSparse<T>(BinaryReader from, int cells, Func<T> read) where T : struct
    {
        var left = from.Read7BitEncodedInt();
        if (left == 0)
            return null;
        var column = new T[cells];
        for (var place = -1; left > 0; left--)
            column[place += from.Read7BitEncodedInt()] = read();
        return column;
    }

    private static QuarterColumns.Spread? ReadSpread(BinaryReader from, int cells)
    {
        var left = from.Read7BitEncodedInt();
        if (left == 0)
            return null;
        var (starts, values, times) = (new int[cells + 1], new List<int>(left), new List<int>(left));
        for (var place = -1; left > 0; left--)
        {
            place += from.Read7BitEncodedInt();
            for (var entries = starts[place + 1] = from.Read7BitEncodedInt(); entries > 0; entries--)
            {
                values.Add(from.Read7BitEncodedInt());
                times.Add(from.Read7BitEncodedInt());
            }
        }
        for (var place = 0; place < cells; place++)
            starts[place + 1] += starts[place];
        return new QuarterColumns.Spread(starts, [.. values], [.. times]);
    }
}
