using System.Globalization;

namespace Answerable.App.Storage;

/// <summary>
/// A column of secrets, wrapped by the master key where they stand. What is wrapped opens in its own row only: another's put there does not.
/// Each module registers its own, and so it is wrapped anew when the master key is exchanged.
/// </summary>
/// <param name="Key">The columns by which a row is known, with commas.</param>
internal sealed record WrappedColumn(string Table, string Key, string Column)
{
    public byte[] Wrap(MasterKey master, ReadOnlySpan<byte> secret, params ReadOnlySpan<object> key) => master.Wrap(Purpose(key), secret);

    public byte[] Open(MasterKey master, ReadOnlySpan<byte> wrapped, params ReadOnlySpan<object> key) => master.Open(Purpose(key), wrapped);

    public string Wrap(MasterKey master, string secret, params ReadOnlySpan<object> key) => master.Wrap(Purpose(key), secret);

    public string Open(MasterKey master, string wrapped, params ReadOnlySpan<object> key) => master.Open(Purpose(key), wrapped);

    /// <summary>A value as it is to be kept from now on, of a row read without the mapper.</summary>
    public object WrapAnew(MasterKey master, object value, object[] key) => value switch
    {
        string text => Wrap(master, MasterKey.IsWrapped(text) ? Open(master, text, key) : text, key),
        byte[] bytes => Wrap(master, MasterKey.IsWrapped(bytes) ? Open(master, bytes, key) : bytes, key),
        _ => throw new NotSupportedException($"{Table}.{Column} holds neither text nor bytes."),
    };

    private string Purpose(ReadOnlySpan<object> key)
    {
        var purpose = $"{Table}.{Column}";
        foreach (var part in key)
            purpose += "|" + Words(part);
        return purpose;
    }

    // SQLite keeps ids as text; both databases must say the same.
    private static string Words(object part) => part switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string text when Guid.TryParseExact(text, "D", out var id) => id.ToString("D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => part.ToString()!,
    };
}
