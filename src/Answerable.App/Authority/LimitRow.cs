using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Authority;

/// <summary>A limit as set. It is ended, never changed or removed: the past is judged by it.</summary>
internal sealed class LimitRow
{
    public Guid Id { get; init; }
    public string DecisionKind { get; init; } = "";
    public Role? Role { get; init; }
    public PersonId? Person { get; init; }
    public DateTimeOffset From { get; init; }
    public DateTimeOffset? To { get; set; }
    public long? PerContactPence { get; init; }
    public long? PerCasePence { get; init; }
    public long? PerCustomerPence { get; init; }
    public int? PerCustomerDays { get; init; }
    public PersonId? SetBy { get; init; }
    public DateTimeOffset SetAt { get; init; }
    /// <summary>Who said yes to it, where whoever set it might not do so alone.</summary>
    public PersonId? SetWith { get; set; }

    public Limit Limit() => new(Id, DecisionKind, Role, Person, From, To)
    {
        PerContactPence = PerContactPence,
        PerCasePence = PerCasePence,
        PerCustomer = PerCustomerPence is { } pence ? new RollingCap(pence, PerCustomerDays ?? 30) : null,
    };

    /// <summary>One that can still be ended; refused where there is none, and where it has ended.</summary>
    public static async Task<Outcome<LimitRow>> OpenAsync(AnswerableDb db, LimitId id, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<LimitRow>().FindAsync([id.Value], stop) is not { } row ? AuthorityRefusals.NoSuchLimit
        : row.To <= now ? AuthorityRefusals.Ended
        : row;

    internal sealed class Shape : IEntityTypeConfiguration<LimitRow>
    {
        public void Configure(EntityTypeBuilder<LimitRow> builder)
        {
            builder.ToTable("authority_limits").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => new { row.DecisionKind, row.From });
            builder.HasOne<DecisionKindRow>().WithMany().HasForeignKey(row => row.DecisionKind).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
