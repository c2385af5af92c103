using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

internal sealed class ReferralRow
{
    public ReferralId Id { get; init; }
    public FactKind Kind { get; init; }
    public ReferralMatter Matter { get; init; }
    public ReferralState State { get; set; }
    public string? DecisionKind { get; init; }
    public long? Pence { get; init; }
    public long? TotalPence { get; init; }
    public Guid? LimitId { get; init; }
    /// <summary>Why it is referred, in the judgement's words.</summary>
    public string Why { get; init; } = "";
    public string TellCustomer { get; init; } = "";
    public ContactId Contact { get; init; }
    public CaseId Case { get; init; }
    public CustomerId? Customer { get; set; }
    public WalkId? Walk { get; init; }
    public string? Node { get; init; }
    public ProcedureId? Procedure { get; init; }
    public int? Version { get; init; }
    public PersonId RequestedBy { get; init; }
    public TeamId? Team { get; init; }
    public Role AtLeast { get; init; }
    public Role ToRole { get; set; }
    public PersonId? AssignedTo { get; set; }
    public PersonId? AcceptedBy { get; set; }
    public bool Urgent { get; init; }
    /// <summary>Where the requester's own words are kept.</summary>
    public Guid? Words { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset AnswerBy { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
    /// <summary>Since when it waits again because the one who had it may answer it no more; nothing once somebody else has taken it.</summary>
    public DateTimeOffset? GivenBackAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public long? ApprovedPence { get; set; }
    public PersonId? DecidedBy { get; set; }
    /// <summary>The role whose limit it was decided by: no lower than the one it was put to.</summary>
    public Role? DecidedAs { get; set; }
    /// <summary>Where the words of the one who decided are kept.</summary>
    public Guid? Answer { get; set; }

    public Referral Referral() => new(Id, Matter, State, RequestedBy, ToRole)
    {
        DecisionKind = DecisionKind,
        Pence = Pence,
        AssignedTo = AssignedTo,
        AcceptedBy = AcceptedBy,
    };

    public Asked Asked(long? pence) => new(DecisionKind ?? "", pence, Contact, Case, Customer);

    internal sealed class Shape : IEntityTypeConfiguration<ReferralRow>
    {
        public void Configure(EntityTypeBuilder<ReferralRow> builder)
        {
            builder.ToTable("conduct_referrals").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => new { row.State, row.OpenedAt });
            builder.HasIndex(row => new { row.AssignedTo, row.State });
            builder.HasIndex(row => new { row.RequestedBy, row.OpenedAt });
            builder.HasIndex(row => row.Contact);
            builder.HasIndex(row => row.Case);
            builder.HasIndex(row => new { row.Customer, row.DecisionKind });
            builder.HasIndex(row => new { row.ToRole, row.ClosedAt });
        }
    }
}
