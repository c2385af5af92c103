using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>A family's measures of one quarter-hour as they were last added up: small enough to be written again at every change.</summary>
internal sealed class MeasuresQuarterRow
{
    /// <summary>The family's id.</summary>
    public byte Family { get; set; }
    public int Quarter { get; set; }

    /// <summary>Rises with every writing of the family, so that whoever holds an image in memory, in whichever process, finds what is new.</summary>
    public long Revision { get; set; }

    /// <summary>The journal's number as of which it was added up.</summary>
    public long AsOf { get; set; }

    /// <summary>In which form it is and which measures were added up, so that what is missing is found without reading the cells.</summary>
    public string Holds { get; set; } = "";

    public byte[] Cells { get; set; } = [];

    /// <summary>Which contacts of known customers were in it, to tell whose repeats a change touches.</summary>
    public byte[] Linked { get; set; } = [];

    internal sealed class Shape : IEntityTypeConfiguration<MeasuresQuarterRow>
    {
        public void Configure(EntityTypeBuilder<MeasuresQuarterRow> builder)
        {
            builder.ToTable("measures_quarters").HasKey(row => new { row.Family, row.Quarter });
            builder.Property(row => row.Quarter).ValueGeneratedNever();
            // By the family first: a reading asks what is new of one, and would otherwise be led through all rows of it.
            builder.HasIndex(row => new { row.Family, row.Revision });
            builder.HasIndex(row => new { row.Family, row.Holds });
        }
    }
}
