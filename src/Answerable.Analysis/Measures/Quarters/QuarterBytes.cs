namespace Answerable.Analysis.Measures;

/// <summary>
/// A quarter-hour's columns as bytes that say what they are: the number of cells, then each dimension with its id and length, then each measure
/// with its id, kind and length. So whoever reads skips what it does not know and sees what is missing. Columns are sparse and numbers of
/// variable length: about 50 bytes a cell. The first byte is the form's version.
/// </summary>
public static class QuarterBytes
{
    public const byte Form = 2;

    /// <param name="Columns">None where nothing can be read.</param>
    /// <param name="State">Whether it is all there.</param>
    public readonly record struct Found(QuarterColumns? Columns, Condition State);

    public enum Condition
    {
        Whole,
        /// <summary>Of an older form, without a measure or a dimension that is known by now, or damaged: it must be added up again.</summary>
        Lacking,
        /// <summary>Of a form that only a newer program reads: left to it.</summary>
        Newer,
    }

    public static byte[] Write(QuarterColumns columns)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream);
        // One for all parts in turn: there are some thirty a quarter-hour.
        using var part = new BinaryWriter(new MemoryStream());
        to.Write(Form);
        to.Write7BitEncodedInt(columns.Cells);
        to.Write7BitEncodedInt(columns.Family.Key.Count);
        foreach (var dimension in columns.Family.Key)
        {
            to.Write7BitEncodedInt((int)dimension);
            WriteKey(part, columns.Key(dimension));
            Append(to, part);
        }
        to.Write7BitEncodedInt(columns.Family.Measures.Count);
        foreach (var measure in columns.Family.Measures)
        {
            to.Write7BitEncodedInt(measure.Id);
            to.Write((byte)measure.Kind);
            MeasureBytes.Write(part, columns, measure);
            Append(to, part);
        }
        return stream.ToArray();
    }

    /// <summary>Never throws over what it reads: what cannot be read is missing.</summary>
    public static Found Read(Family family, int quarter, byte[] bytes)
    {
        try
        {
            using var from = new BinaryReader(new MemoryStream(bytes));
            return from.ReadByte() switch
            {
                Form => Own(family, quarter, from),
                QuarterBytesOfOld.Form when family == ContactMeasures.Family => new Found(QuarterBytesOfOld.Read(quarter, from), Condition.Lacking),
                < Form => new Found(null, Condition.Lacking),
                > Form => new Found(null, Condition.Newer),
            };
        }
        catch (Exception damaged) when (damaged is IOException or FormatException or OverflowException or ArgumentException
            or IndexOutOfRangeException)
        {
            return new Found(null, Condition.Lacking);
        }
    }

    private static Found Own(Family family, int quarter, BinaryReader from)
    {
        var cells = Cells(from);
        var keys = family.Key.Select(_ => (ushort[]?)null).ToArray();
        for (var left = from.Read7BitEncodedInt(); left > 0; left--)
        {
            var dimension = from.Read7BitEncodedInt();
            var end = EndOf(from);
            if (Enum.IsDefined((Dimension)dimension) && family.PlaceOf((Dimension)dimension) is var place and >= 0)
                keys[place] = ReadKey(from, cells);
            GoTo(end, from);
        }
        var (measures, found) = (QuarterColumns.Empty(family), 0);
        for (var left = from.Read7BitEncodedInt(); left > 0; left--)
        {
            var (id, kind) = (from.Read7BitEncodedInt(), (MeasureKind)from.ReadByte());
            var end = EndOf(from);
            if (family.Find(checked((ushort)id)) is { } measure && measure.Kind == kind)
            {
                MeasureBytes.Read(from, measures, measure, cells);
                found++;
            }
            GoTo(end, from);
        }
        var whole = found == family.Measures.Count && !keys.Contains(null);
        var columns = new QuarterColumns(family, quarter, cells, Array.ConvertAll(keys, key => key ?? new ushort[cells]), measures);
        return new Found(columns, whole ? Condition.Whole : Condition.Lacking);
    }

    /// <summary>A cell takes a byte at least: more cells than bytes is damage, and must not be asked of memory.</summary>
    internal static int Cells(BinaryReader from) =>
        from.Read7BitEncodedInt() is var cells && cells >= 0 && cells <= from.BaseStream.Length
            ? cells : throw new FormatException("More cells than bytes.");

    /// <summary>Puts a part behind its length, and empties it for the next.</summary>
    private static void Append(BinaryWriter to, BinaryWriter part)
    {
        var written = (MemoryStream)part.BaseStream;
        to.Write7BitEncodedInt((int)written.Length);
        to.Write(written.GetBuffer(), 0, (int)written.Length);
        written.SetLength(0);
    }

    private static long EndOf(BinaryReader from)
    {
        var length = from.Read7BitEncodedInt();
        var end = from.BaseStream.Position + length;
        return length >= 0 && end <= from.BaseStream.Length ? end : throw new EndOfStreamException();
    }

    /// <summary>Leaves a part, read or not; one that went on past its end is damage.</summary>
    private static void GoTo(long end, BinaryReader from)
    {
        if (from.BaseStream.Position > end)
            throw new FormatException("A part is longer than it says.");
        from.BaseStream.Position = end;
    }

    private static void WriteKey(BinaryWriter to, ReadOnlySpan<ushort> key)
    {
        foreach (var number in key)
            to.Write7BitEncodedInt(number);
    }

    private static ushort[] ReadKey(BinaryReader from, int cells)
    {
        var key = new ushort[cells];
        for (var place = 0; place < cells; place++)
            key[place] = checked((ushort)from.Read7BitEncodedInt());
        return key;
    }
}
