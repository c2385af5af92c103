namespace Answerable.Analysis.Measures;

/// <summary>Rolls a quarter-hour up to one cell a kind and source. Exact, because all it adds is additive. O(cells + entries log entries).</summary>
internal static class WholeQuarter
{
    public static QuarterColumns Of(QuarterColumns quarter)
    {
        if (quarter.Cells == 0)
            return quarter;
        var codes = new List<CellCode>();
        var wholes = new int[quarter.Cells];
        for (var place = 0; place < wholes.Length; place++)
            wholes[place] = PlaceOf(codes, new CellCode(quarter.Codes[place].Kind, 0, quarter.Codes[place].Source, 0, 0, 0, 0, 0));
        var counts = Sums(quarter.AllCounts, wholes, codes.Count);
        var times = Sums(quarter.AllTimes, wholes, codes.Count);
        var starts = new List<int> { 0 };
        var (values, contacts) = (new List<int>(), new List<int>());
        for (var histogram = 0; histogram < Cell.HistogramKinds && quarter.AllStarts.Length > 0; histogram++)
            for (var whole = 0; whole < codes.Count; whole++)
            {
                Merge(quarter, (Histogram)histogram, wholes, whole, values, contacts);
                starts.Add(values.Count);
            }
        return new QuarterColumns(quarter.Quarter, [.. codes], counts, times, [.. starts], [.. values], [.. contacts]);
    }

    private static int PlaceOf(List<CellCode> codes, CellCode code)
    {
        var place = codes.IndexOf(code);
        if (place >= 0)
            return place;
        codes.Add(code);
        return codes.Count - 1;
    }

    private static T[] Sums<T>(ReadOnlySpan<T> columns, int[] wholes, int cells) where T : System.Numerics.INumber<T>
    {
        var sums = new T[columns.Length / wholes.Length * cells];
        for (var place = 0; place < columns.Length; place++)
            sums[place / wholes.Length * cells + wholes[place % wholes.Length]] += columns[place];
        return sums;
    }

    private static void Merge(QuarterColumns quarter, Histogram histogram, int[] wholes, int whole, List<int> values, List<int> contacts)
    {
        var starts = quarter.Starts(histogram);
        var entries = new List<(int Value, int Contacts)>();
        for (var place = 0; place < wholes.Length; place++)
            for (var at = starts[place]; wholes[place] == whole && at < starts[place + 1]; at++)
                entries.Add((quarter.Values[at], quarter.Contacts[at]));
        entries.Sort(static (one, other) => one.Value.CompareTo(other.Value));
        var first = values.Count;
        foreach (var (value, count) in entries)
            if (values.Count > first && values[^1] == value)
                contacts[^1] = checked(contacts[^1] + count);
            else
            {
                values.Add(value);
                contacts.Add(count);
            }
    }
}
