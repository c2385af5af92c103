using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Procedures;

/// <summary>One edit of a draft: what was done, and the chart as it stood before, so that it can be undone.</summary>
internal sealed class EditRow
{
    /// <summary>How many of a version's last edits can be undone.</summary>
    public const int Kept = 50;

    public ProcedureId Procedure { get; init; }
    public int Version { get; init; }
    /// <summary>The revision the edit made.</summary>
    public long Revision { get; init; }
    public string What { get; init; } = "";
    public string? Node { get; init; }
    public string Before { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public PersonId? By { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<EditRow>
    {
        public void Configure(EntityTypeBuilder<EditRow> builder)
        {
            builder.ToTable("procedures_edits").HasKey(row => new { row.Procedure, row.Version, row.Revision });
            builder.HasOne<VersionRow>().WithMany().HasForeignKey(row => new { row.Procedure, row.Version }).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
