using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

/// <summary>A walk as it stands: the fold of its facts, kept so that a step need not read them all.</summary>
internal sealed class WalkRow
{
    public WalkId Id { get; init; }
    public ContactId Contact { get; init; }
    public CaseId Case { get; init; }
    public ProcedureId Procedure { get; init; }
    public int Version { get; init; }
    public DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public string State { get; set; } = "";

    /// <summary>Writes a walk down as it now stands: a new row for one that has just begun.</summary>
    public static async Task KeepAsync(AnswerableDb db, Walk walk, CancellationToken stop)
    {
        var row = await db.Set<WalkRow>().FindAsync([walk.Id], stop) ?? db.Set<WalkRow>().Add(new WalkRow
        {
            Id = walk.Id,
            Contact = walk.Contact,
            Case = walk.Case,
            Procedure = walk.Procedure,
            Version = walk.Version,
            BegunAt = walk.Since,
        }).Entity;
        (row.State, row.EndedAt) = (WalkJson.Write(walk), walk.End?.At);
    }

    internal sealed class Shape : IEntityTypeConfiguration<WalkRow>
    {
        public void Configure(EntityTypeBuilder<WalkRow> builder)
        {
            builder.ToTable("conduct_walks").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Contact);
            builder.HasIndex(row => row.BegunAt);
            builder.HasIndex(row => new { row.Case, row.BegunAt });
            builder.HasIndex(row => new { row.Procedure, row.Version, row.EndedAt });
        }
    }
}
