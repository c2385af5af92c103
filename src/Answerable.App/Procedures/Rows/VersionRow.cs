using System.Security.Cryptography;
using System.Text;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Procedures;

/// <summary>A version of a procedure. Once published its chart never changes again: triggers of both databases hold to it too.</summary>
internal sealed class VersionRow
{
    public ProcedureId Procedure { get; init; }
    public int Number { get; init; }
    public VersionState State { get; set; }
    /// <summary>The chart as JSON.</summary>
    public string Chart { get; private set; } = "";
    public int? CopiedFrom { get; init; }
    public DateTimeOffset DraftedAt { get; init; }
    public PersonId? DraftedBy { get; init; }
    /// <summary>Counts the edits; a form made from an earlier one is refused.</summary>
    public long Revision { get; private set; }

    public Chart Read() => ChartJson.Read(Chart);

    /// <summary>What the journal is told of the chart when it is published.</summary>
    public string ChartHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Chart)));

    public VersionRow Take(Chart chart)
    {
        Chart = ChartJson.Write(chart);
        Revision++;
        return this;
    }

    internal sealed class Shape : IEntityTypeConfiguration<VersionRow>
    {
        public void Configure(EntityTypeBuilder<VersionRow> builder)
        {
            builder.ToTable("procedures_versions").HasKey(row => new { row.Procedure, row.Number });
            builder.Property(row => row.Revision).IsConcurrencyToken();
            builder.HasIndex(row => row.State);
            builder.HasOne<ProcedureRow>().WithMany().HasForeignKey(row => row.Procedure).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
