using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Work;

/// <summary>A round of the timetable: when it was last gone, and when and by what it last failed.</summary>
internal sealed class RoundRow
{
    public string Name { get; init; } = "";
    public int EverySeconds { get; set; }
    public DateTimeOffset RanAt { get; set; }
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>The kind of fault, never its words: they may quote a person.</summary>
    public string? Fault { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<RoundRow>
    {
        public void Configure(EntityTypeBuilder<RoundRow> builder) => builder.ToTable("work_rounds").HasKey(row => row.Name);
    }
}
