using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>A role a person has.</summary>
internal sealed class HeldRoleRow
{
    public PersonId Person { get; init; }
    public Role Role { get; init; }

    internal sealed class Shape : IEntityTypeConfiguration<HeldRoleRow>
    {
        public void Configure(EntityTypeBuilder<HeldRoleRow> builder)
        {
            builder.ToTable("people_held_roles").HasKey(row => new { row.Person, row.Role });
            builder.HasIndex(row => row.Role);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
