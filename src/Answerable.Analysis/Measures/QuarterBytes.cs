using Answerable.Model.Contacts;

namespace Answerable.Analysis.Measures;

/// <summary>
/// A quarter-hour's columns as bytes: every number as a variable-length integer, so that the many zeros cost one byte each.
/// About 50 bytes a cell. The first byte is the form's version.
/// </summary>
public static class QuarterBytes
{
    private const byte Form = 1;

    public static byte[] Write(QuarterColumns columns)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream);
        to.Write(Form);
        to.Write7BitEncodedInt(columns.Cells);
        foreach (var code in columns.Codes)
            WriteCode(to, code);
        foreach (var count in columns.AllCounts)
            to.Write7BitEncodedInt(count);
        foreach (var time in columns.AllTimes)
            to.Write7BitEncodedInt64(time);
        WriteHistograms(to, columns);
        return stream.ToArray();
    }

    /// <exception cref="FormatException">The bytes are of another form.</exception>
    public static QuarterColumns Read(int quarter, byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes));
        if (from.ReadByte() is var form && form != Form)
            throw new FormatException($"Measures are kept in a form of version {form}; this program reads version {Form}. Rebuild them.");
        var cells = from.Read7BitEncodedInt();
        var codes = new CellCode[cells];
        for (var place = 0; place < cells; place++)
            codes[place] = ReadCode(from);
        var counts = Numbers(from, Cell.CountKinds * cells);
        var times = new long[Cell.TimeKinds * cells];
        for (var place = 0; place < times.Length; place++)
            times[place] = from.Read7BitEncodedInt64();
        var starts = new int[Cell.HistogramKinds * cells + 1];
        for (var place = 1; place < starts.Length; place++)
            starts[place] = starts[place - 1] + from.Read7BitEncodedInt();
        return new QuarterColumns(quarter, codes, counts, times, starts, Numbers(from, starts[^1]), Numbers(from, starts[^1]));
    }

    private static void WriteHistograms(BinaryWriter to, QuarterColumns columns)
    {
        var starts = columns.AllStarts;
        for (var place = 1; place < starts.Length; place++)
            to.Write7BitEncodedInt(starts[place] - starts[place - 1]);
        foreach (var value in columns.Values)
            to.Write7BitEncodedInt(value);
        foreach (var contacts in columns.Contacts)
            to.Write7BitEncodedInt(contacts);
    }

    private static void WriteCode(BinaryWriter to, CellCode code)
    {
        to.Write(code.Kind);
        to.Write(code.Channel);
        foreach (var dimension in Dimensions.Named)
            to.Write7BitEncodedInt(code[dimension]);
    }

    private static CellCode ReadCode(BinaryReader from)
    {
        var (kind, channel) = (from.ReadByte(), from.ReadByte());
        return new CellCode(kind, channel, Number(from), Number(from), Number(from), Number(from), Number(from), Number(from));
    }

    private static ushort Number(BinaryReader from) => checked((ushort)from.Read7BitEncodedInt());

    private static int[] Numbers(BinaryReader from, int count)
    {
        var numbers = new int[count];
        for (var place = 0; place < count; place++)
            numbers[place] = from.Read7BitEncodedInt();
        return numbers;
    }
}
