using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Privacy;

/// <summary>The key under which one customer's (or one nameless contact's) personal data are kept. Destroying it erases them all.</summary>
internal sealed class PersonalKeyRow
{
    public Guid Owner { get; init; }
    public byte[] Key { get; init; } = [];

    internal sealed class Shape : IEntityTypeConfiguration<PersonalKeyRow>
    {
        public void Configure(EntityTypeBuilder<PersonalKeyRow> builder)
        {
            builder.ToTable("journal_personal_keys").HasKey(row => row.Owner);
            builder.Property(row => row.Owner).ValueGeneratedNever();
        }
    }
}

/// <summary>A personal text, unreadable without its owner's key. The journal's lines name it by id only.</summary>
internal sealed class PersonalRow
{
    public Guid Id { get; init; }
    public Guid Owner { get; init; }
    public byte[] Sealed { get; init; } = [];

    internal sealed class Shape : IEntityTypeConfiguration<PersonalRow>
    {
        public void Configure(EntityTypeBuilder<PersonalRow> builder)
        {
            builder.ToTable("journal_personal").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Owner);
        }
    }
}

/// <summary>The installation's own secret, made by the first migration, that keys the look-up of references.</summary>
internal sealed class SecretRow
{
    public int Id { get; init; }
    public byte[] Secret { get; init; } = [];

    internal sealed class Shape : IEntityTypeConfiguration<SecretRow>
    {
        public void Configure(EntityTypeBuilder<SecretRow> builder)
        {
            builder.ToTable("journal_secret").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
