using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Planning;

/// <summary>What a long rehearsal of one day with one setting of the knobs showed.</summary>
internal sealed class RehearsalRow
{
    public RehearsalId Id { get; init; }
    public SeriesId Series { get; init; }
    public string Knobs { get; init; } = "";
    public int Replications { get; init; }
    public string Result { get; init; } = "";
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<RehearsalRow>
    {
        public void Configure(EntityTypeBuilder<RehearsalRow> builder)
        {
            builder.ToTable("planning_rehearsals").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => new { row.Series, row.Knobs, row.At });
            builder.HasOne<SeriesRow>().WithMany().HasForeignKey(row => row.Series).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
