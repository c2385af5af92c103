using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Authority;

/// <summary>A decision taken: what counts towards the limits of those after it.</summary>
internal sealed class DecisionRow
{
    public Guid Id { get; init; }
    public FactKind Kind { get; init; }
    public string DecisionKind { get; init; } = "";
    public long? Pence { get; init; }
    public ContactId Contact { get; init; }
    public CaseId Case { get; init; }
    public CustomerId? Customer { get; init; }
    public WalkId Walk { get; init; }
    public string Node { get; init; } = "";
    public ProcedureId Procedure { get; init; }
    public int Version { get; init; }
    public PersonId By { get; init; }
    public Role ByRole { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? LimitId { get; init; }
    public ReferralId? Under { get; init; }
    /// <summary>When it ceased to count: retracted, or replaced by the same step done again.</summary>
    public DateTimeOffset? RetractedAt { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<DecisionRow>
    {
        public void Configure(EntityTypeBuilder<DecisionRow> builder)
        {
            builder.ToTable("authority_decisions").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.Contact);
            builder.HasIndex(row => new { row.Case, row.DecisionKind });
            builder.HasIndex(row => new { row.Customer, row.DecisionKind, row.At });
            builder.HasIndex(row => new { row.Walk, row.Node });
            builder.HasIndex(row => row.Under);
            builder.HasIndex(row => new { row.DecisionKind, row.At });
        }
    }
}
