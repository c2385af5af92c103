using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>A passkey of a person: its public half, which opens nothing to whoever reads it.</summary>
internal sealed class PasskeyRow
{
    public Guid Id { get; init; }
    public byte[] Credential { get; init; } = [];
    public PersonId Person { get; init; }
    public string Name { get; set; } = "";
    public byte[] PublicKey { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public long SignCount { get; set; }
    public bool BackupEligible { get; init; }
    public bool BackedUp { get; set; }

    /// <summary>As the framework takes it. What it was made with is not kept: nobody asks for it again.</summary>
    public UserPasskeyInfo Info() => new(
        Credential, PublicKey, CreatedAt, (uint)SignCount, [], isUserVerified: true, BackupEligible, BackedUp, [], [])
    { Name = Name };

    internal sealed class Shape : IEntityTypeConfiguration<PasskeyRow>
    {
        public void Configure(EntityTypeBuilder<PasskeyRow> builder)
        {
            builder.ToTable("people_passkeys").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Credential).IsUnique();
            builder.HasIndex(row => row.Person);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
