using System.Numerics;
using System.Text.Json;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Privacy;

/// <summary>
/// How many looks there are under a seal, and their seals added up, so that one taken away or put in is found without a line of the journal for
/// each. The one row is made with the first look that is sealed.
/// </summary>
internal sealed class LooksTotalRow
{
    public const int Only = 1;

    public int Id { get; init; }
    public long Looks { get; private set; }
    public byte[] Sum { get; private set; } = new byte[32];

    /// <summary>How many there have ever been: it never falls.</summary>
    public long Taken { get; private set; }

    /// <summary>Looks from before were taken down without a seal.</summary>
    public DateTimeOffset Since { get; init; }
    public byte[] Seal { get; private set; } = [];

    public static async Task<LooksTotalRow> OfAsync(AnswerableDb db, DateTimeOffset since, CancellationToken stop)
    {
        if (await db.Set<LooksTotalRow>().SingleOrDefaultAsync(stop) is { } row)
            return row;
        var first = new LooksTotalRow { Id = Only, Since = DateTimeOffset.FromUnixTimeMilliseconds(since.ToUnixTimeMilliseconds()) };
        db.Add(first);
        return first;
    }

    public void Change(ChainKey chain, IReadOnlyCollection<LookRow> come, IReadOnlyCollection<LookRow> gone)
    {
        var left = gone.Where(row => row.Seal is not null).ToList();
        (Looks, Taken) = (Looks + come.Count - left.Count, Taken + come.Count);
        Sum = LookSeal.Added(LookSeal.Added(Sum, come.Select(row => row.Seal!)), left.Select(row => row.Seal!), -1);
        Seal = SealOf(chain);
    }

    public byte[] SealOf(ChainKey chain) =>
        chain.Seal("looks", JsonSerializer.Serialize(new object[] { Looks, Convert.ToHexStringLower(Sum), Taken, Since.ToUnixTimeMilliseconds() }));

    internal sealed class Shape : IEntityTypeConfiguration<LooksTotalRow>
    {
        public void Configure(EntityTypeBuilder<LooksTotalRow> builder)
        {
            builder.ToTable("privacy_looks_total").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>What shows that a look was taken down as it stands.</summary>
internal static class LookSeal
{
    private static readonly BigInteger Whole = BigInteger.One << 256;

    public static byte[] Of(ChainKey chain, LookRow row) => chain.Seal("a look", JsonSerializer.Serialize(new object?[]
    {
        row.Id, row.At.ToUnixTimeMilliseconds(), row.Person?.Value, row.Hand, (int)row.Sight, row.Subject, row.Page,
    }));

    /// <summary>Added up within 256 bits, in whatever order; that no other seals come to the same is as hard as to guess one.</summary>
    public static byte[] Added(byte[] sum, IEnumerable<byte[]> seals, int sign = 1)
    {
        var added = seals.Aggregate(new BigInteger(sum, isUnsigned: true), (so, seal) => so + sign * new BigInteger(seal, isUnsigned: true)) % Whole;
        var bytes = (added.Sign < 0 ? added + Whole : added).ToByteArray(isUnsigned: true);
        Array.Resize(ref bytes, 32);
        return bytes;
    }
}
