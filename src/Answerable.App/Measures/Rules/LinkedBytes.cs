using Answerable.Analysis.Measures;

namespace Answerable.App.Measures;

/// <summary>The contacts of known customers of one quarter-hour as bytes: reasons once each, arrivals as offsets into the quarter-hour.</summary>
internal static class LinkedBytes
{
    private const long QuarterMs = 900_000;

    public static byte[] Write(int quarter, IReadOnlyCollection<LinkedContact> contacts)
    {
        using var stream = new MemoryStream();
        using var to = new BinaryWriter(stream);
        var types = contacts.Select(contact => contact.Type).Distinct().Order(StringComparer.Ordinal).ToList();
        to.Write7BitEncodedInt(types.Count);
        foreach (var type in types)
            to.Write(type);
        to.Write7BitEncodedInt(contacts.Count);
        foreach (var contact in contacts)
        {
            to.Write(contact.Customer.ToByteArray());
            to.Write7BitEncodedInt(types.IndexOf(contact.Type));
            to.Write7BitEncodedInt((int)(contact.AtMs - quarter * QuarterMs));
            to.Write((byte)(contact.Circle * 2 + (contact.Answered ? 1 : 0)));
        }
        return stream.ToArray();
    }

    /// <summary>Without their ids, which tell nothing about repeats; none where they are damaged, and what they touch is then added up as if all of
    /// them were new.</summary>
    public static IReadOnlyList<LinkedContact> Read(int quarter, byte[] bytes)
    {
        try
        {
            return [.. Each(quarter, bytes)];
        }
        catch (Exception damaged) when (damaged is IOException or FormatException or OverflowException or ArgumentException
            or IndexOutOfRangeException)
        {
            return [];
        }
    }

    private static IEnumerable<LinkedContact> Each(int quarter, byte[] bytes)
    {
        if (bytes.Length == 0)
            yield break;
        using var from = new BinaryReader(new MemoryStream(bytes));
        var types = new string[from.Read7BitEncodedInt()];
        for (var place = 0; place < types.Length; place++)
            types[place] = from.ReadString();
        for (var left = from.Read7BitEncodedInt(); left > 0; left--)
        {
            var customer = new Guid(from.ReadBytes(16));
            var type = types[from.Read7BitEncodedInt()];
            var at = quarter * QuarterMs + from.Read7BitEncodedInt();
            var flags = from.ReadByte();
            yield return new LinkedContact(default, customer, type, at, flags % 2 == 1, (byte)(flags / 2));
        }
    }
}
