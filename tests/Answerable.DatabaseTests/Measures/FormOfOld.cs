using Answerable.Analysis.Measures;

namespace Answerable.DatabaseTests.Measures;

/// <summary>Writes a quarter-hour of contacts as version 0.1.0 wrote it.</summary>
internal static class FormOfOld
{
    public static byte[] Write(QuarterColumns columns, Names names)
    {
        var cells = columns.ToCells(names).Select(pair => pair.Cell).ToList();
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream);
        to.Write((byte)1);
        to.Write7BitEncodedInt(columns.Cells);
        for (var place = 0; place < columns.Cells; place++)
        {
            to.Write((byte)columns.Key(Dimension.Kind)[place]);
            to.Write((byte)columns.Key(Dimension.Channel)[place]);
            foreach (var dimension in new[] { Dimension.Source, Dimension.Queue, Dimension.Type, Dimension.Team, Dimension.Version, Dimension.Agent })
                to.Write7BitEncodedInt(columns.Key(dimension)[place]);
        }
        foreach (var measure in Of(MeasureKind.Count))
            cells.ForEach(cell => to.Write7BitEncodedInt(cell.CountOf(measure)));
        foreach (var measure in Of(MeasureKind.Sum))
            cells.ForEach(cell => to.Write7BitEncodedInt64(cell.SumOf(measure)));
        var spreads = Of(MeasureKind.Histogram).SelectMany(measure => cells.Select(cell => cell.SpreadOf(measure))).ToList();
        spreads.ForEach(spread => to.Write7BitEncodedInt(spread.Count));
        foreach (var (value, _) in spreads.SelectMany(spread => spread))
            to.Write7BitEncodedInt(value);
        foreach (var (_, contacts) in spreads.SelectMany(spread => spread))
            to.Write7BitEncodedInt(contacts);
        return stream.ToArray();
    }

    // Those there were by then.
    private static IEnumerable<Measure> Of(MeasureKind kind) => ContactMeasures.Family.Measures
        .Where(measure => measure.Kind == kind && measure.Id <= ContactMeasures.RepeatsByCustomer.Id);
}
