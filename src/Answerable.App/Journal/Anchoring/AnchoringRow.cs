using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Journal;

/// <summary>Whither the journal's head is sent each day: the one row, made by the script that makes its table. Empty is nowhere.</summary>
internal sealed class AnchoringRow
{
    public const int Only = 1;

    public int Id { get; init; }
    public string Folder { get; set; } = "";
    public string Url { get; set; } = "";
    public string MailTo { get; set; } = "";
    public long Revision { get; set; }

    /// <summary>Nothing is sent since the centre was restored, for the one it was copied from may send its own.</summary>
    public bool Rests { get; set; }

    public static readonly NeededRow Needed = new("where the journal's anchors go (journal_anchoring)", async (db, stop) =>
        await db.Set<AnchoringRow>().AsNoTracking().ToListAsync(stop) is [{ Id: Only }]);

    public static Task<AnchoringRow> OfAsync(AnswerableDb db, CancellationToken stop) =>
        db.Set<AnchoringRow>().SingleAsync(row => row.Id == Only, stop);

    /// <summary>Where it goes, by what kind of place it is.</summary>
    public IEnumerable<(AnchorPlace Place, string Where)> Places =>
        new[] { (AnchorPlace.Folder, Folder), (AnchorPlace.Address, Url), (AnchorPlace.Mail, MailTo) }.Where(place => place.Item2.Length > 0);

    internal sealed class Shape : IEntityTypeConfiguration<AnchoringRow>
    {
        public void Configure(EntityTypeBuilder<AnchoringRow> builder)
        {
            builder.ToTable("journal_anchoring").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Revision).IsConcurrencyToken();
            builder.Property(row => row.Rests).HasDefaultValue(false);
            builder.Ignore(row => row.Places);
        }
    }
}

public enum AnchorPlace
{
    Folder,
    Address,
    Mail,
}

/// <summary>A day's anchor on its way to one place: when it was tried last, and what came of it.</summary>
internal sealed class AnchorSendingRow
{
    public DateOnly Day { get; init; }
    public AnchorPlace Place { get; init; }
    public long Number { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset TriedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? Reason { get; set; }

    /// <summary>Whether it went to another place of this kind than the one that is set now.</summary>
    public bool Former { get; set; }

    /// <summary>By which it goes, where it goes by mail: handed to the outbox, it is sent once there is no such letter any more.</summary>
    public LetterId? Letter { get; set; }

    /// <summary>The place has been changed: what went before did not go to the new one, which has today's still to come.</summary>
    public static async Task LeaveAsync(AnswerableDb db, AnchorPlace place, DateOnly today, CancellationToken stop)
    {
        var rows = db.Set<AnchorSendingRow>().Where(row => row.Place == place);
        await rows.Where(row => row.Day >= today).ExecuteDeleteAsync(stop);
        await rows.Where(row => !row.Former).ExecuteUpdateAsync(set => set.SetProperty(row => row.Former, true), stop);
    }

    internal sealed class Shape : IEntityTypeConfiguration<AnchorSendingRow>
    {
        public void Configure(EntityTypeBuilder<AnchorSendingRow> builder)
        {
            builder.ToTable("journal_anchor_sendings").HasKey(row => new { row.Day, row.Place });
            builder.Property(row => row.Place).HasConversion<string>();
            builder.Property(row => row.Former).HasDefaultValue(false);
        }
    }
}
