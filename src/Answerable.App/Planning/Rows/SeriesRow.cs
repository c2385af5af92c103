using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Planning;

/// <summary>Interval counts a planner works with, and the forecast made from them.</summary>
internal sealed class SeriesRow
{
    public SeriesId Id { get; init; }
    public string Name { get; init; } = "";
    /// <summary>The name in capitals: orders and compares alike in both databases.</summary>
    public string SortName { get; init; } = "";
    public string Source { get; init; } = "";
    public int SlotMinutes { get; init; }
    /// <summary>The bank holidays that close the centre, as the files of the calendar call the part; empty for none.</summary>
    public string Holidays { get; init; } = "";
    /// <summary>The queue whose opening hours it keeps; none for those of all.</summary>
    public string? Queue { get; init; }
    /// <summary>Where the knobs stand when the series is opened, as an address holds them; empty for the usual.</summary>
    public string Knobs { get; init; } = "";
    /// <summary>The counts as the CSV they can be read from again, packed.</summary>
    public string Counts { get; init; } = "";
    public int Rows { get; init; }
    public DateOnly First { get; init; }
    public DateOnly Last { get; init; }
    public string LoadedBy { get; init; } = "";
    public DateTimeOffset LoadedAt { get; init; }
    public string? Forecast { get; set; }
    public DateTimeOffset? ForecastAt { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<SeriesRow>
    {
        public void Configure(EntityTypeBuilder<SeriesRow> builder)
        {
            builder.ToTable("planning_series").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.SortName).IsUnique();
        }
    }
}
