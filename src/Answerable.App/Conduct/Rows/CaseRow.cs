using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

/// <summary>What several contacts about one matter share.</summary>
internal sealed class CaseRow
{
    public CaseId Id { get; init; }
    /// <summary>How people name it, on the telephone and in letters.</summary>
    public int Number { get; init; }
    public CustomerId? Customer { get; set; }
    public DateTimeOffset OpenedAt { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<CaseRow>
    {
        public void Configure(EntityTypeBuilder<CaseRow> builder)
        {
            builder.ToTable("conduct_cases").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Number).IsUnique();
            builder.HasIndex(row => row.Customer);
        }
    }
}
