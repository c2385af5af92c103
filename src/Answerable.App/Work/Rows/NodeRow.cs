using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Work;

/// <summary>A server at work on this database, and when it last said so.</summary>
internal sealed class NodeRow
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<NodeRow>
    {
        public void Configure(EntityTypeBuilder<NodeRow> builder)
        {
            builder.ToTable("work_nodes").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

/// <summary>Work that one server at a time does, by its name: who does it now, and until when that is to be believed without another word.</summary>
internal sealed class LeaseRow
{
    public string Name { get; init; } = "";
    public Guid Node { get; set; }
    public DateTimeOffset Until { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<LeaseRow>
    {
        public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("work_leases").HasKey(row => row.Name);
    }
}
