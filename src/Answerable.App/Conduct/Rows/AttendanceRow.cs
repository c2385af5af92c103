using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

/// <summary>When a person was last seen, on whichever node: apart from their presence, which they say themselves.</summary>
internal sealed class AttendanceRow
{
    public PersonId Person { get; init; }
    public DateTimeOffset SeenAt { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<AttendanceRow>
    {
        public void Configure(EntityTypeBuilder<AttendanceRow> builder)
        {
            builder.ToTable("conduct_attendance").HasKey(row => row.Person);
            builder.Property(row => row.Person).ValueGeneratedNever();
        }
    }
}
