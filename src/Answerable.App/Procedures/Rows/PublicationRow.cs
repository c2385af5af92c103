using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Procedures;

/// <summary>That a version was published: when, by whom, and from when it is in force.</summary>
internal sealed class PublicationRow
{
    public ProcedureId Procedure { get; init; }
    public int Version { get; init; }
    public DateTimeOffset EffectiveFrom { get; init; }
    public DateTimeOffset At { get; init; }
    public PersonId? By { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<PublicationRow>
    {
        public void Configure(EntityTypeBuilder<PublicationRow> builder)
        {
            builder.ToTable("procedures_publications").HasKey(row => new { row.Procedure, row.Version });
            builder.HasIndex(row => new { row.Procedure, row.EffectiveFrom });
            builder.HasOne<VersionRow>().WithOne().HasForeignKey<PublicationRow>(row => new { row.Procedure, row.Version })
                .OnDelete(DeleteBehavior.NoAction);
        }
    }
}
