using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Work;

/// <summary>A round of the timetable: when it was last gone, and when and by what it last failed.</summary>
internal sealed class RoundRow
{
    /// <summary>So long after its time nothing is wrong yet.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public string Name { get; init; } = "";
    public int EverySeconds { get; set; }

    /// <summary>When it was last gone, or heard of while it was under way.</summary>
    public DateTimeOffset RanAt { get; set; }

    /// <summary>Since when it is under way; null where it is not, or ends at once.</summary>
    public DateTimeOffset? BegunAt { get; set; }
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>The kind of fault, never its words: they may quote a person.</summary>
    public string? Fault { get; set; }

    public bool HasFailed => FailedAt > RanAt;
    public TimeSpan Every => TimeSpan.FromSeconds(EverySeconds);

    /// <summary>Whether nothing was heard of it for longer than can be.</summary>
    public bool IsLate(DateTimeOffset now) => now - (HasFailed ? FailedAt!.Value : RanAt) > Every + Late;

    internal sealed class Shape : IEntityTypeConfiguration<RoundRow>
    {
        public void Configure(EntityTypeBuilder<RoundRow> builder) => builder.ToTable("work_rounds").HasKey(row => row.Name);
    }
}
