using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Planning;

/// <summary>A named setting of the knobs over a series: a plan, or what might go wrong with it.</summary>
internal sealed class ScenarioRow
{
    public SavedScenarioId Id { get; init; }
    public SeriesId Series { get; init; }
    public string Name { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public string Knobs { get; init; } = "";
    public string SavedBy { get; init; } = "";
    public DateTimeOffset SavedAt { get; init; }

    public ScenarioRow Called(string name)
    {
        (Name, SortName) = (name, name.ToUpperInvariant());
        return this;
    }

    internal sealed class Shape : IEntityTypeConfiguration<ScenarioRow>
    {
        public void Configure(EntityTypeBuilder<ScenarioRow> builder)
        {
            builder.ToTable("planning_scenarios").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.SortName).IsUnique();
            builder.HasIndex(row => row.Series);
            builder.HasOne<SeriesRow>().WithMany().HasForeignKey(row => row.Series).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
