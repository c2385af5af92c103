using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Privacy;

/// <summary>
/// A customer as a pseudonym. The reference by which other systems know them is found again by a keyed hash, and readable
/// only under their own key; both go when they are erased.
/// </summary>
internal sealed class CustomerRow
{
    public CustomerId Id { get; init; }
    public byte[]? Lookup { get; set; }
    public Guid? Reference { get; set; }
    public DateTimeOffset KnownSince { get; init; }
    public DateTimeOffset? ErasedAt { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<CustomerRow>
    {
        public void Configure(EntityTypeBuilder<CustomerRow> builder)
        {
            builder.ToTable("journal_customers").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Lookup).IsUnique();
        }
    }
}
