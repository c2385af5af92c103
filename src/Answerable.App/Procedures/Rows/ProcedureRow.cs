using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Procedures;

/// <summary>The procedure of a contact type; what it says is in its versions.</summary>
internal sealed class ProcedureRow
{
    public ProcedureId Id { get; init; }
    public ContactTypeId ContactType { get; init; }
    internal sealed class Shape : IEntityTypeConfiguration<ProcedureRow>
    {
        public void Configure(EntityTypeBuilder<ProcedureRow> builder)
        {
            builder.ToTable("procedures_procedures").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.ContactType).IsUnique();
            builder.HasOne<ContactTypeRow>().WithOne().HasForeignKey<ProcedureRow>(row => row.ContactType).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
