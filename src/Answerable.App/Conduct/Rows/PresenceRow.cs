using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

/// <summary>What a person is doing now, as they last said; one who has none has never been at a desk.</summary>
internal sealed class PresenceRow
{
    public PersonId Person { get; init; }
    public Presence Presence { get; set; }
    public DateTimeOffset? Since { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<PresenceRow>
    {
        public void Configure(EntityTypeBuilder<PresenceRow> builder)
        {
            builder.ToTable("conduct_presences").HasKey(row => row.Person);
            builder.Property(row => row.Person).ValueGeneratedNever();
            builder.HasIndex(row => row.Presence);
        }
    }
}
