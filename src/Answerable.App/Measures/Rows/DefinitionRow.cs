using Answerable.Analysis.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Measures;

/// <summary>The parameters a KPI is read with from a date on. The first version of every KPI is as shipped and has no row.</summary>
internal sealed class DefinitionRow
{
    public DefinitionId Id { get; init; }
    public string Kpi { get; init; } = "";
    public int Version { get; init; }

    /// <summary>The first local date it holds for.</summary>
    public DateOnly From { get; init; }
    public int ThresholdSeconds { get; init; }
    public int ShortSeconds { get; init; }
    public int WindowDays { get; init; }
    public string Reason { get; init; } = "";
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }

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
