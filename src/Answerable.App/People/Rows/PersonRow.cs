using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>One who works here, or did: what the others know them by. What they sign in with is kept apart.</summary>
internal sealed class PersonRow
{
    private string _name = "";

    public PersonId Id { get; init; }

    public string Name
    {
        get => _name;
        set => (_name, SortName) = (value, value.ToUpperInvariant());
    }

    /// <summary>The name in capitals: orders and finds alike in both databases.</summary>
    public string SortName { get; private set; } = "";
    public TeamId? Team { get; set; }

    /// <summary>Active while null; who did it is null where it was the system, or where it is not known any more.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }
    public PersonId? DeactivatedBy { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<PersonRow>
    {
        public void Configure(EntityTypeBuilder<PersonRow> builder)
        {
            builder.ToTable("people_people").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.SortName);
            builder.HasIndex(row => row.Team);
            builder.HasOne<TeamRow>().WithMany().HasForeignKey(row => row.Team).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
