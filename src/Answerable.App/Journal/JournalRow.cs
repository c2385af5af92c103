using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Journal;

/// <summary>A line of the journal as stored. Read through EF; written only by the writer, never updated or deleted.</summary>
internal sealed class JournalRow
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }
    public FactKind Kind { get; init; }
    public string Source { get; init; } = "";
    public string SourceKey { get; init; } = "";
    public Guid Subject { get; init; }
    public Guid? Actor { get; init; }
    public string Name { get; init; } = "";
    public string Body { get; init; } = "";
    public byte[] Hash { get; init; } = [];

    public Entry Entry() => new(At, Kind, Source, SourceKey, Subject, Actor, Name, Body);

    internal sealed class Shape : IEntityTypeConfiguration<JournalRow>
    {
        public void Configure(EntityTypeBuilder<JournalRow> builder)
        {
            builder.ToTable("journal_entries").HasKey(row => row.Number);
            builder.Property(row => row.Number).ValueGeneratedNever();
            builder.HasIndex(row => new { row.Source, row.SourceKey }).IsUnique();
            builder.HasIndex(row => new { row.Subject, row.Number });
            // Agents' time is added up from these few lines alone; a partial index costs the other lines nothing.
            builder.HasIndex(row => row.At).HasFilter("name = 'person.presence-changed'");
            // Whom a contact was with before is looked for by who acts, among these few lines.
            builder.HasIndex(row => row.Actor).HasFilter("name = 'contact.answered'");
        }
    }
}
