using Answerable.Analysis.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>The parameters a KPI is read with from a date on. The first version of every KPI is as shipped and has no row.</summary>
internal sealed class DefinitionRow
{
    public DefinitionId Id { get; init; }
    public string Kpi { get; init; } = "";

    /// <summary>2 for the first: the place in the line of changes. Where the formula itself has changed it is read as a later version.</summary>
    public int Version { get; init; }

    /// <summary>The first local date it holds for.</summary>
    public DateOnly From { get; init; }
    public int ThresholdSeconds { get; init; }
    public int ShortSeconds { get; init; }
    public int WindowDays { get; init; }
    public string Reason { get; init; } = "";
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>The version it is read as: under another formula it is another than was read under the one before.</summary>
    public int NumberFor(Kpi kpi) => Version + kpi.Version - 1;

    public KpiParameters Parameters => new(ThresholdSeconds, ShortSeconds, WindowDays);

    internal sealed class Shape : IEntityTypeConfiguration<DefinitionRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionRow> builder)
        {
            builder.ToTable("measures_definitions").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => new { row.Kpi, row.Version }).IsUnique();
        }
    }
}
