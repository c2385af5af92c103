using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Storage;

/// <summary>
/// The key of the journal's chain, and the line it counts from: those before were written by an earlier version without one. It is wrapped for
/// that line and the hash before it, so that neither can be moved without the master key.
/// </summary>
internal sealed class ChainKeyRow
{
    public int Id { get; init; }
    public long First { get; init; }
    public byte[] Before { get; init; } = [];
    public byte[] Key { get; init; } = [];

    public static readonly WrappedColumn Wrapped = new("storage_chain_key", "id, first, before", "key");

    public static ChainKeyRow Make(MasterKey master, long first, byte[] before) =>
        new() { Id = 1, First = first, Before = before, Key = Wrapped.Wrap(master, Sealed.NewKey(), 1, first, before) };

    public ChainKey Open(MasterKey master) => new(Wrapped.Open(master, Key, Id, First, Before), First);

    internal sealed class Shape : IEntityTypeConfiguration<ChainKeyRow>
    {
        public void Configure(EntityTypeBuilder<ChainKeyRow> builder)
        {
            builder.ToTable("storage_chain_key").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Chains lines so that whoever lacks the key can neither write one nor say where the chain ends.</summary>
internal sealed class ChainKey(byte[] key, long first)
{
    public byte[] Next(ReadOnlySpan<byte> before, long number, Entry entry) =>
        HashChain.Next(before, number, entry, number >= first ? key : default);

    /// <summary>Says that the chain ends here.</summary>
    public byte[] Seal(long number, ReadOnlySpan<byte> hash)
    {
        Span<byte> said = stackalloc byte[8 + HashChain.Length];
        BinaryPrimitives.WriteInt64LittleEndian(said, number);
        hash.CopyTo(said[8..]);
        return HMACSHA256.HashData(key, said);
    }

    /// <summary>Seals words that stand outside of the chain, for one purpose alone: nobody without the key can write others under it.</summary>
    public byte[] Seal(string purpose, string words) =>
        HMACSHA256.HashData(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose)), Encoding.UTF8.GetBytes(words));

    public static async Task<ChainKey> OfAsync(AnswerableDb db, CancellationToken stop) =>
        (await db.Set<ChainKeyRow>().AsNoTracking().SingleAsync(stop)).Open(db.Master);

    public static async Task<ChainKey> ReadAsync(DbConnection connection, MasterKey master, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, first, before, key FROM storage_chain_key";
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop))
            throw new KeyFault("The database has lost the key of its journal's chain: restore a backup.");
        return new ChainKeyRow
        {
            Id = reader.GetInt32(0),
            First = reader.GetInt64(1),
            Before = await reader.GetFieldValueAsync<byte[]>(2, stop),
            Key = await reader.GetFieldValueAsync<byte[]>(3, stop),
        }.Open(master);
    }
}
