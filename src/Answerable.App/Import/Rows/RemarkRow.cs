using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Import;

/// <summary>A row that was rejected or repaired, kept with its import; what it said is wrapped, for it may name somebody, and so is why: the reason
/// shows the cell.</summary>
internal sealed class RemarkRow
{
    public static readonly WrappedColumn Wrapped = new("import_remarks", "import, number", "text");
    public static readonly WrappedColumn WrappedReason = new("import_remarks", "import, number", "reason");

    public ImportId Import { get; init; }
    public long Number { get; init; }
    public RemarkKind Kind { get; init; }
    public long Line { get; init; }
    public string Reason { get; init; } = "";
    public string Text { get; init; } = "";

    public static RemarkRow Of(MasterKey master, ImportId import, long number, Remark remark) => new()
    {
        Import = import,
        Number = number,
        Kind = remark.Kind,
        Line = remark.Line,
        Reason = WrappedReason.Wrap(master, remark.Reason, import.Value, number),
        Text = Wrapped.Wrap(master, remark.Text, import.Value, number),
    };

    public Remark Open(MasterKey master) => new(Kind, Line, WrappedReason.Open(master, Reason, Import.Value, Number),
        Wrapped.Open(master, Text, Import.Value, Number));

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
