using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Answerable.App.Storage;

/// <summary>What an archive says of itself at its end, once all of it was written.</summary>
/// <param name="Rows">How many rows there are of each table.</param>
public sealed record ArchiveManifest(DateTimeOffset At, long JournalNumber, string JournalHead, IReadOnlyDictionary<string, long> Rows)
{
    public long AllRows => Rows.Values.Sum();
}

/// <summary>
/// A backup in one file: a line that says how to read it, then all tables, compressed, and sealed where there is a passphrase; at the end what it
/// holds and a hash of all of it. What was cut off or changed does not open.
/// </summary>
internal sealed class Archive
{
    private const string First = "Answerable backup 1";
    private const int Iterations = 600_000;
    private const byte Table = 1, Row = 2, Keys = 3, End = 4;

    /// <param name="Schema">The names of the scripts it was made under.</param>
    private sealed record Heading(IReadOnlyList<string> Schema, byte[]? Salt, int Iterations);

    public static string NotWhole => "The backup is not whole: it was cut off or changed, or the passphrase is not its own.";

    /// <summary>Writes an archive; the rows are asked for table by table.</summary>
    public static async Task<ArchiveManifest> WriteAsync(Stream to, string? passphrase, IReadOnlyList<byte[]> keys,
        IReadOnlyList<ArchiveTable> tables,
        Func<ArchiveTable, Task<System.Data.Common.DbDataReader>> rowsOf, Func<IReadOnlyDictionary<string, long>, Task<ArchiveManifest>> manifestOf,
        IReadOnlyList<string> schema, CancellationToken stop)
    {
        var heading = new Heading(schema, passphrase is null ? null : RandomNumberGenerator.GetBytes(32), Iterations);
        to.Write(Encoding.UTF8.GetBytes($"{First}\n{JsonSerializer.Serialize(heading)}\n"));
        var sealing = passphrase is null ? null : new SealedStream.Writing(to, KeyOf(passphrase, heading));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ArchiveManifest manifest;
        await using (var packed = new GZipStream(sealing ?? to, CompressionLevel.Fastest, leaveOpen: true))
        await using (var hashed = new HashedStream(packed, hash))
        {
            await using var writer = new BinaryWriter(hashed, Encoding.UTF8, leaveOpen: true);
            if (passphrase is not null)
                foreach (var key in keys)
                {
                    writer.Write(Keys);
                    writer.Write(key);
                }
            var counts = new Dictionary<string, long>();
            foreach (var table in tables)
                counts[table.Name] = await WriteAsync(writer, table, rowsOf, stop);
            manifest = await manifestOf(counts);
            writer.Write(End);
            writer.Write(JsonSerializer.Serialize(manifest));
            writer.Flush();
            packed.Write(hash.GetHashAndReset());
        }
        sealing?.End();
        await to.FlushAsync(stop);
        return manifest;
    }

    private static async Task<long> WriteAsync(BinaryWriter writer, ArchiveTable table,
        Func<ArchiveTable, Task<System.Data.Common.DbDataReader>> rowsOf, CancellationToken stop)
    {
        writer.Write(Table);
        writer.Write(table.Name);
        var count = 0L;
        await using var rows = await rowsOf(table);
        for (; await rows.ReadAsync(stop); count++)
        {
            writer.Write(Row);
            table.Write(writer, rows);
        }
        return count;
    }

    /// <summary>Reads an archive to its end, telling each row; the keys in it are told first.</summary>
    /// <exception cref="IOException">It is none, or not whole, or of another version.</exception>
    public static async Task<ArchiveManifest> ReadAsync(Stream from, string? passphrase, IReadOnlyList<string> schema, IModel model,
        Action<byte[]> key, Func<ArchiveTable, object?[], Task> row)
    {
        try
        {
            if (Line(from) != First)
                throw new IOException("This is not a backup of Answerable.");
            var heading = JsonSerializer.Deserialize<Heading>(Line(from))!;
            if (heading.Salt is not null && passphrase is null)
                throw new IOException("The backup is sealed: give its passphrase with --passphrase-file.");
            if (!heading.Schema.SequenceEqual(schema))
                throw new IOException("The backup was made by another version of Answerable: restore it with that version, then start the newer.");
            return await ReadAsync(heading.Salt is null ? from : new SealedStream.Reading(from, KeyOf(passphrase!, heading)), model, key, row);
        }
        catch (Exception broken) when (broken is CryptographicException or EndOfStreamException or InvalidDataException or JsonException
            or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new IOException(NotWhole, broken);
        }
    }

    private static async Task<ArchiveManifest> ReadAsync(Stream from, IModel model, Action<byte[]> key, Func<ArchiveTable, object?[], Task> row)
    {
        var tables = ArchiveTable.All(model).ToDictionary(table => table.Name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var packed = new GZipStream(from, CompressionMode.Decompress);
        await using var hashed = new HashedStream(packed, hash);
        using var reader = new BinaryReader(hashed, Encoding.UTF8, leaveOpen: true);
        ArchiveTable? table = null;
        var counts = new Dictionary<string, long>();
        while (true)
            switch (reader.ReadByte())
            {
                case Keys:
                    key(reader.ReadBytes(Sealed.KeyBytes));
                    break;
                case Table:
                    table = tables[reader.ReadString()];
                    counts[table.Name] = 0;
                    break;
                case Row when table is not null:
                    counts[table.Name]++;
                    await row(table, table.Read(reader));
                    break;
                case End:
                    var manifest = JsonSerializer.Deserialize<ArchiveManifest>(reader.ReadString())!;
                    var (read, said) = (hash.GetHashAndReset(), new byte[32]);
                    packed.ReadExactly(said);
                    return read.AsSpan().SequenceEqual(said) && counts.Count == tables.Count
                        && counts.All(pair => manifest.Rows.GetValueOrDefault(pair.Key, -1) == pair.Value)
                        ? manifest : throw new InvalidDataException();
                default:
                    throw new InvalidDataException();
            }
    }

    private static byte[] KeyOf(string passphrase, Heading heading) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, heading.Salt!, heading.Iterations, HashAlgorithmName.SHA512, Sealed.KeyBytes);

    private static string Line(Stream from)
    {
        var line = new List<byte>();
        for (var one = from.ReadByte(); one != '\n'; one = from.ReadByte())
            if (one < 0 || line.Count > 1 << 20)
                throw new IOException("This is not a backup of Answerable.");
            else
                line.Add((byte)one);
        return Encoding.UTF8.GetString([.. line]);
    }
}
