using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Answerable.App.Storage;

/// <summary>
/// The one key that is not in the database. It wraps every secret that is: a database file by itself opens nothing. What is wrapped says under
/// which key, so that one may be exchanged for another.
/// </summary>
internal sealed class MasterKey(KeyPlace place)
{
    private const int Header = 8; // the mark, and which key
    private static ReadOnlySpan<byte> Mark => "AWK1"u8;
    private const string TextMark = "wrapped:";
    private readonly Lock _lock = new();
    private Dictionary<uint, byte[]>? _keys;
    private uint _counts;

    public KeyPlace Place => place;

    /// <summary>How many keys stand at the place: more than one while they are being exchanged.</summary>
    public int Count => Keys().Count;

    /// <summary>Takes the key there is, or makes one where there is none.</summary>
    public void TakeOrMake()
    {
        if (place.Read().Count == 0)
        {
            if (place.IsGiven)
                throw new KeyFault("ANSWERABLE_KEY holds no key: 32 bytes in base64 are wanted.");
            place.Write([Sealed.NewKey()], over: false);
        }
        Forget();
    }

    /// <summary>Puts a new key before those there are; the old ones stay until nothing is wrapped under them.</summary>
    public void Renew()
    {
        place.Write([Sealed.NewKey(), .. place.Read()], over: true);
        Forget();
    }

    /// <summary>Lets go of all keys but the one that counts.</summary>
    public void DropOld()
    {
        place.Write([place.Read()[0]], over: true);
        Forget();
    }

    public byte[] Wrap(string purpose, ReadOnlySpan<byte> secret)
    {
        var key = Keys()[_counts];
        var wrapped = new byte[Header + Sealed.Overhead + secret.Length];
        Mark.CopyTo(wrapped);
        BinaryPrimitives.WriteUInt32LittleEndian(wrapped.AsSpan(4), _counts);
        Sealed.Seal(key, purpose, secret).CopyTo(wrapped.AsSpan(Header));
        return wrapped;
    }

    public byte[] Open(string purpose, ReadOnlySpan<byte> wrapped)
    {
        if (!IsWrapped(wrapped))
            throw new CryptographicException("This was not wrapped by a master key.");
        if (!Keys().TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(wrapped[4..]), out var key))
            throw new KeyFault(place.IsGiven
                ? "ANSWERABLE_KEY is not the key of this database. Give the key that was in use when its data were written."
                : $"{place.File} is not the key of this database. Put the key file back that was in use when its data were written, or copy it from "
                    + "the machine of another server that works on this database.");
        return Sealed.Open(key, purpose, wrapped[Header..]);
    }

    public string Wrap(string purpose, string secret) => TextMark + Convert.ToBase64String(Wrap(purpose, Encoding.UTF8.GetBytes(secret)));

    public string Open(string purpose, string wrapped) => IsWrapped(wrapped)
        ? Encoding.UTF8.GetString(Open(purpose, Convert.FromBase64String(wrapped[TextMark.Length..])))
        : throw new CryptographicException("This was not wrapped by a master key.");

    public static bool IsWrapped(ReadOnlySpan<byte> value) => value.Length >= Header + Sealed.Overhead && value[..4].SequenceEqual(Mark);

    public static bool IsWrapped(string value) => value.StartsWith(TextMark, StringComparison.Ordinal);

    private void Forget()
    {
        lock (_lock)
            _keys = null;
    }

    private Dictionary<uint, byte[]> Keys()
    {
        lock (_lock)
            return _keys ??= Read();
    }

    private Dictionary<uint, byte[]> Read()
    {
        var keys = place.Read();
        if (keys.Count == 0)
            throw new KeyFault("The database's keys are wrapped by a master key, and there is none: "
                + $"{place.File} {(File.Exists(place.File) ? "holds none" : Directory.Exists(place.File) ? "is a folder" : "is missing")}. "
                + "Where another server works on this database, copy the key file from its machine; where it was lost, put it back from where a "
                + "copy is kept safe; or name it with --key-file or ANSWERABLE_KEY_FILE, or give the key in ANSWERABLE_KEY.");
        _counts = NumberOf(keys[0]);
        return keys.ToDictionary(NumberOf);
    }

    private static uint NumberOf(byte[] key) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData([.. "which key"u8, .. key]));
}
