using System.Security.Cryptography;
using System.Text;
using Answerable.App.Acts;
using Answerable.Model.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Keys;

/// <summary>A key by which a system, or a person's own tool, delivers. Only the hash of its secret is kept.</summary>
internal sealed class KeyRow
{
    public const string Prefix = "ak_";

    public KeyId Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Under this name the journal knows what the key delivers; two keys of one source deliver as one.</summary>
    public string Source { get; init; } = "";
    public PersonId? Owner { get; init; }
    public byte[] Hash { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public string? RevokedBy { get; set; }

    /// <summary>Why it was revoked, where that was said.</summary>
    public string? RevokedWhy { get; set; }

    public void Revoke(ActContext context, string why)
    {
        (RevokedAt, RevokedBy, RevokedWhy) = (context.Now, context.Who.Name, why.Length > 0 ? why : null);
        context.Happened(new KeyRevoked(Id, why), Id);
    }

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)).Replace('+', '-').Replace('/', '_');

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    internal sealed class Shape : IEntityTypeConfiguration<KeyRow>
    {
        public void Configure(EntityTypeBuilder<KeyRow> builder)
        {
            builder.ToTable("keys_keys").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Hash).IsUnique();
            builder.HasIndex(row => row.CreatedAt);
        }
    }
}
