using Answerable.Model.Authority;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Authority;

/// <summary>A kind of decision as this centre defines it.</summary>
internal sealed class DecisionKindRow
{
    public string Code { get; init; } = "";
    public string Name { get; set; } = "";
    public bool Money { get; init; }

    public DecisionKind Kind() => new(Code, Name, Money);

    internal sealed class Shape : IEntityTypeConfiguration<DecisionKindRow>
    {
        public void Configure(EntityTypeBuilder<DecisionKindRow> builder) =>
            builder.ToTable("authority_kinds").HasKey(row => row.Code);
    }
}
