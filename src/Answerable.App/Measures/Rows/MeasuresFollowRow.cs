using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>How far a family that follows the journal has read it.</summary>
internal sealed class MeasuresFollowRow
{
    /// <summary>The family's id.</summary>
    public byte Family { get; init; }

    /// <summary>The journal's number up to which its facts have marked their quarter-hours.</summary>
    public long Number { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<MeasuresFollowRow>
    {
        public void Configure(EntityTypeBuilder<MeasuresFollowRow> builder)
        {
            builder.ToTable("measures_follows").HasKey(row => row.Family);
            builder.Property(row => row.Family).ValueGeneratedNever();
        }
    }
}
