using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>A quarter-hour whose contacts have changed since its measures were last added up.</summary>
internal sealed class MeasuresDirtyRow
{
    public int Quarter { get; set; }

    /// <summary>The journal's number of the last change: sums as of it or later hold it.</summary>
    public long Mark { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<MeasuresDirtyRow>
    {
        public void Configure(EntityTypeBuilder<MeasuresDirtyRow> builder)
        {
            builder.ToTable("measures_dirty").HasKey(row => row.Quarter);
            builder.Property(row => row.Quarter).ValueGeneratedNever();
        }
    }
}
