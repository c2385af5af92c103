using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>What somebody may not do alone, and what became of it.</summary>
internal sealed class CountersignatureRow
{
    public CountersignatureId Id { get; init; }
    public string What { get; init; } = "";
    public Guid Subject { get; init; }
    /// <summary>The act as it was asked for.</summary>
    public string Body { get; init; } = "";
    public string Words { get; init; } = "";
    /// <summary>Empty of what an earlier Answerable asked for.</summary>
    public string Why { get; init; } = "";
    public PersonId AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public PersonId? SettledBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public bool Given { get; set; }

    /// <summary>What the journal is told of what was asked for, and of how it is shown to the second person.</summary>
    public string MatterHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Body}\n{Words}")));

    /// <summary>Neither settled nor lapsed.</summary>
    public static IQueryable<CountersignatureRow> Open(AnswerableDb db, DateTimeOffset now)
    {
        var oldest = now - Countersigned.Lifetime;
        return db.Set<CountersignatureRow>().Where(row => row.SettledAt == null && row.AskedAt > oldest);
    }

    internal sealed class Shape : IEntityTypeConfiguration<CountersignatureRow>
    {
        public void Configure(EntityTypeBuilder<CountersignatureRow> builder)
        {
            builder.ToTable("people_countersignatures").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Why).HasDefaultValue("");
            builder.HasIndex(row => row.SettledAt);
            builder.HasIndex(row => row.AskedBy);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.AskedBy).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
