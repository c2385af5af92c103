using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Operations;

/// <summary>When a backup was last written by the product's own verb: one row, or none.</summary>
internal sealed class LastBackupRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public DateTimeOffset At { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<LastBackupRow>
    {
        public void Configure(EntityTypeBuilder<LastBackupRow> builder)
        {
            builder.ToTable("operations_last_backup").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
