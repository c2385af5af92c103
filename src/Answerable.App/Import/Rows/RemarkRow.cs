using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>A row that was rejected or repaired, kept with its import.</summary>
internal sealed class RemarkRow
{
    public ImportId Import { get; init; }
    public long Number { get; init; }
    public RemarkKind Kind { get; init; }
    public long Line { get; init; }
    public string Reason { get; init; } = "";
    public string Text { get; init; } = "";

    internal sealed class Shape : IEntityTypeConfiguration<RemarkRow>
    {
        public void Configure(EntityTypeBuilder<RemarkRow> builder)
        {
            builder.ToTable("import_remarks").HasKey(row => new { row.Import, row.Number });
            builder.HasIndex(row => new { row.Import, row.Kind, row.Number });
            builder.HasOne<ImportRow>().WithMany().HasForeignKey(row => row.Import).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
