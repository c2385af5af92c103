using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Conduct;

/// <summary>A contact on somebody's desk: who has it, for which case, and the walk that guides it.</summary>
internal sealed class HandlingRow
{
    public ContactId Contact { get; init; }
    public FactKind Kind { get; init; }
    public PersonId Agent { get; set; }
    public CaseId Case { get; set; }
    public CustomerId? Customer { get; set; }
    public Channel Channel { get; init; }
    public string? Type { get; set; }
    public WalkId? Walk { get; set; }
    /// <summary>A referral of a contact that no procedure guides.</summary>
    public Guid? FreeReferral { get; set; }
    public DateTimeOffset TakenAt { get; init; }
    public DateTimeOffset? HeldAt { get; set; }
    public DateTimeOffset? LeftAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Under whose key the contact's own words are kept.</summary>
    public Guid Owner => Customer?.Value ?? Contact.Value;

    public Handling Handling() => new(Contact, Case, Agent, TakenAt)
    {
        Customer = Customer,
        Type = Type,
        Walk = Walk,
        FreeReferral = FreeReferral is { } referral ? ReferralId.From(referral) : null,
        HeldAt = HeldAt,
        LeftAt = LeftAt,
        EndedAt = EndedAt,
        ClosedAt = ClosedAt,
    };

    /// <summary>Stands from now on as the handling does.</summary>
    public void Follow(Handling handling)
    {
        (Agent, Case, Customer, Type, Walk) = (handling.Agent, handling.Case, handling.Customer, handling.Type, handling.Walk);
        FreeReferral = handling.FreeReferral?.Value;
        (HeldAt, LeftAt, EndedAt, ClosedAt) = (handling.HeldAt, handling.LeftAt, handling.EndedAt, handling.ClosedAt);
    }

    internal sealed class Shape : IEntityTypeConfiguration<HandlingRow>
    {
        public void Configure(EntityTypeBuilder<HandlingRow> builder)
        {
            builder.ToTable("conduct_handlings").HasKey(row => row.Contact);
            builder.Property(row => row.Contact).ValueGeneratedNever();
            builder.Ignore(row => row.Owner);
            builder.HasIndex(row => new { row.Agent, row.ClosedAt });
            builder.HasIndex(row => new { row.ClosedAt, row.LeftAt });
            builder.HasIndex(row => row.Case);
            builder.HasIndex(row => new { row.Customer, row.TakenAt });
        }
    }
}
