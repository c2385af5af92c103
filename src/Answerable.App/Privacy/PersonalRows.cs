using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Privacy;

/// <summary>The key under which one customer's (or one nameless contact's) personal data are kept. Destroying it erases them all.</summary>
internal sealed class PersonalKeyRow
{
    public static readonly WrappedColumn Wrapped = new("journal_personal_keys", "owner", "key");

    public Guid Owner { get; init; }
    public byte[] Key { get; init; } = [];

    /// <summary>A new key, wrapped in its row.</summary>
    public static (PersonalKeyRow Row, byte[] Key) Make(MasterKey master, Guid owner)
    {
        var key = Sealed.NewKey();
        return (new PersonalKeyRow { Owner = owner, Key = Wrapped.Wrap(master, key, owner) }, key);
    }

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

    /// <summary>What it is sealed for: put in another text's place, or under another's name, it does not open.</summary>
    public static string PurposeOf(Guid id, Guid owner) => $"{id:D} of {owner:D}";

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

    public static readonly WrappedColumn Wrapped = new("journal_secret", "id", "secret");

    // Where the chain has no key yet, nothing is wrapped yet either.
    public static readonly NeededRow Needed = new("the secret by which customers are found (journal_secret)", async (db, stop) =>
        await db.Set<SecretRow>().AsNoTracking().ToListAsync(stop) is [var row]
        && (!await db.Set<ChainKeyRow>().AnyAsync(stop) || Wrapped.Open(db.Master, row.Secret, row.Id).Length > 0));

    public static async Task<byte[]> OpenAsync(AnswerableDb db, CancellationToken stop)
    {
        var row = await db.Set<SecretRow>().AsNoTracking().SingleAsync(stop);
        return Wrapped.Open(db.Master, row.Secret, row.Id);
    }

    internal sealed class Shape : IEntityTypeConfiguration<SecretRow>
    {
        public void Configure(EntityTypeBuilder<SecretRow> builder)
        {
            builder.ToTable("journal_secret").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
