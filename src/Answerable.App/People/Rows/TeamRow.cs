using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

internal sealed class TeamRow
{
    public TeamId Id { get; init; }
    public string Name { get; set; } = "";

    internal sealed class Shape : IEntityTypeConfiguration<TeamRow>
    {
        public void Configure(EntityTypeBuilder<TeamRow> builder)
        {
            builder.ToTable("people_teams").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Name).IsUnique();
        }
    }
}
