using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

internal sealed class NoteRow
{
    /// <summary>Where its words are kept.</summary>
    public Guid Words { get; init; }
    public ContactId Contact { get; init; }
    public CaseId Case { get; init; }
    public string? Node { get; init; }
    public PersonId By { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<NoteRow>
    {
        public void Configure(EntityTypeBuilder<NoteRow> builder)
        {
            builder.ToTable("conduct_notes").HasKey(row => row.Words);
            builder.Property(row => row.Words).ValueGeneratedNever();
            builder.HasIndex(row => new { row.Contact, row.At });
            builder.HasIndex(row => new { row.Case, row.At });
        }
    }
}
