namespace Answerable.Analysis.Measures;

/// <summary>
/// The form in which version 0.1.0 kept the measures of contacts: so many counts, times and histograms, in this order. It is still read,
/// so that the figures of all years stand on the first day after an upgrade, while the quarter-hours are added up again behind them.
/// </summary>
internal static class QuarterBytesOfOld
{
    public const byte Form = 1;

    private static readonly Dimension[] Named =
        [Dimension.Source, Dimension.Queue, Dimension.Type, Dimension.Team, Dimension.Version, Dimension.Agent];

    private static readonly Measure[] Counts =
    [
        ContactMeasures.Answered, ContactMeasures.Abandoned, ContactMeasures.Waiting, ContactMeasures.Excluded, ContactMeasures.Handled,
        ContactMeasures.Resolved, ContactMeasures.Unresolved, ContactMeasures.CustomerKnown, ContactMeasures.IssueKnown,
    ];

    private static readonly Measure[] Times =
        [ContactMeasures.WaitAnswered, ContactMeasures.WaitAbandoned, ContactMeasures.Talk, ContactMeasures.Hold, ContactMeasures.Wrap];

    private static readonly Measure[] Histograms =
        [ContactMeasures.WaitsAnswered, ContactMeasures.WaitsAbandoned, ContactMeasures.Handling, ContactMeasures.RepeatsByReason,
            ContactMeasures.RepeatsByCustomer];

    /// <param name="from">Behind the form's byte.</param>
    public static QuarterColumns Read(int quarter, BinaryReader from)
    {
        var (family, cells) = (ContactMeasures.Family, QuarterBytes.Cells(from));
        var keys = Array.ConvertAll([.. family.Key], _ => new ushort[cells]);
        for (var place = 0; place < cells; place++)
        {
            keys[family.PlaceOf(Dimension.Kind)][place] = from.ReadByte();
            keys[family.PlaceOf(Dimension.Channel)][place] = from.ReadByte();
            foreach (var dimension in Named)
                keys[family.PlaceOf(dimension)][place] = checked((ushort)from.Read7BitEncodedInt());
        }
        var measures = QuarterColumns.Empty(family);
        foreach (var measure in Counts)
            measures.Counts[measure.Place] = QuarterColumns.OrNothing(Numbers(cells, from.Read7BitEncodedInt));
        foreach (var measure in Times)
            measures.Sums[measure.Place] = QuarterColumns.OrNothing(Numbers(cells, from.Read7BitEncodedInt64));
        var lengths = Numbers(Histograms.Length * cells, from.Read7BitEncodedInt);
        var (values, contacts) = (Numbers(lengths.Sum(), from.Read7BitEncodedInt), Numbers(lengths.Sum(), from.Read7BitEncodedInt));
        var at = 0;
        foreach (var (place, measure) in Histograms.Index())
        {
            var own = lengths.AsSpan(place * cells, cells);
            var end = at;
            foreach (var length in own)
                end += length;
            measures.Spreads[measure.Place] = end == at ? null : new QuarterColumns.Spread(Starts(own), values[at..end], contacts[at..end]);
            at = end;
        }
        return new QuarterColumns(family, quarter, cells, keys, measures);
    }

    private static int[] Starts(ReadOnlySpan<int> lengths)
    {
        var starts = new int[lengths.Length + 1];
        for (var place = 0; place < lengths.Length; place++)
            starts[place + 1] = starts[place] + lengths[place];
        return starts;
    }

    private static T[] Numbers<T>(int count, Func<T> read)
    {
        var numbers = new T[count];
        for (var place = 0; place < count; place++)
            numbers[place] = read();
        return numbers;
    }
}
