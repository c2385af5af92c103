using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Journal;

/// <summary>Where the chain ends: without it a removed last line would not be missed.</summary>
internal sealed class JournalHeadRow
{
    public int Id { get; set; }
    public long Number { get; set; }
    public byte[] Hash { get; set; } = [];

    /// <summary>That it ends here, said under the key of the chain.</summary>
    public byte[]? Seal { get; set; }

    public static readonly NeededRow Needed = new("the row that says where the journal ends (journal_head)", async (db, stop) =>
        await db.Set<JournalHeadRow>().AsNoTracking().ToListAsync(stop) is [_]);

    internal sealed class Shape : IEntityTypeConfiguration<JournalHeadRow>
    {
        public void Configure(EntityTypeBuilder<JournalHeadRow> builder)
        {
            builder.ToTable("journal_head").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
