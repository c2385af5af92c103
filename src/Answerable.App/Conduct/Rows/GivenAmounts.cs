using System.Linq.Expressions;
using Answerable.App.Authority;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>What counts towards a limit: decisions taken, and approvals given but not yet used.</summary>
internal static class GivenAmounts
{
    /// <param name="walk">The walk at whose node the amount is being decided: its own unused approvals there do not count twice.</param>
    /// <param name="redone">The node was gone back over, so what it decided before is about to be replaced.</param>
    public static async Task<IReadOnlyList<Given>> OfAsync(
        AnswerableDb db, Asked asked, Matrix matrix, WalkId? walk, string? node, bool redone, DateTimeOffset at, CancellationToken stop)
    {
        var taken = db.Set<DecisionRow>().AsNoTracking()
            .Where(row => row.DecisionKind == asked.DecisionKind && row.Pence != null && (row.RetractedAt == null || row.RetractedAt > at))
            .Where(row => !redone || row.Walk != walk || row.Node != node);
        var promised = Promised(db, asked.DecisionKind, walk, node, at);
        var amounts = taken.Where(row => row.Contact == asked.Contact || row.Case == asked.Case).Select(OfDecision)
            .Concat(promised.Where(row => row.Contact == asked.Contact || row.Case == asked.Case).Select(OfApproval));
        if (asked.Customer is { } customer && matrix.CountsByCustomer(asked.DecisionKind, at))
            amounts = amounts.Concat(ForCustomer(db, customer, taken, promised, at - Longest(matrix)));
        var rows = await amounts.ToListAsync(stop);
        // One found several ways counts once, for the customer where one of them says so: a place of a walk decides one thing at a time.
        return [.. rows.GroupBy(row => (row.Walk, row.Node, row.At), (_, same) => same.OrderBy(row => row.Customer != asked.Customer).First())
            .Select(row => new Given(asked.DecisionKind, row.Pence, row.Contact, row.Case, row.Customer, row.At))];
    }

    /// <summary>
    /// What counts for a customer is what was decided while a contact was taken to be theirs, and what was decided on a contact that turned
    /// out to be theirs: naming them late, or somebody else first, makes nobody's limit wider.
    /// </summary>
    private static IQueryable<Amount> ForCustomer(
        AnswerableDb db, CustomerId customer, IQueryable<DecisionRow> taken, IQueryable<ReferralRow> promised, DateTimeOffset since)
    {
        var theirs = db.Set<HandlingRow>().AsNoTracking().Where(handling => handling.Customer == customer);
        return taken.Where(row => row.Customer == customer && row.At > since).Select(OfDecision)
            .Concat(promised.Where(row => row.Customer == customer).Select(OfApproval))
            .Concat(theirs.Join(taken.Where(row => row.At > since).Select(OfDecision),
                handling => handling.Contact, amount => amount.Contact, ToBeTheirs))
            .Concat(theirs.Join(promised.Select(OfApproval), handling => handling.Contact, amount => amount.Contact, ToBeTheirs));
    }

    private static TimeSpan Longest(Matrix matrix) => TimeSpan.FromDays(matrix.Limits.Max(limit => limit.PerCustomer?.Days ?? 0));

    private static IQueryable<ReferralRow> Promised(AnswerableDb db, string kind, WalkId? walk, string? node, DateTimeOffset at)
    {
        var alive = at - Approval.Life;
        return db.Set<ReferralRow>().AsNoTracking()
            .Where(row => row.DecisionKind == kind && row.State == ReferralState.Approved && row.ApprovedPence != null && row.ClosedAt > alive)
            .Where(row => row.Walk != walk || row.Node != node)
            .Where(row => !db.Set<DecisionRow>().Any(decision => decision.Under == row.Id && decision.RetractedAt == null))
            .Where(row => db.Set<WalkRow>().Any(begun => begun.Id == row.Walk && begun.EndedAt == null));
    }

    private static readonly Expression<Func<DecisionRow, Amount>> OfDecision = row => new Amount
    {
        Pence = row.Pence!.Value,
        Contact = row.Contact,
        Case = row.Case,
        Customer = row.Customer,
        Walk = row.Walk,
        Node = row.Node,
        At = row.At,
    };

    private static readonly Expression<Func<ReferralRow, Amount>> OfApproval = row => new Amount
    {
        Pence = row.ApprovedPence!.Value,
        Contact = row.Contact,
        Case = row.Case,
        Customer = row.Customer,
        Walk = row.Walk!.Value,
        Node = row.Node!,
        At = row.ClosedAt!.Value,
    };

    private static readonly Expression<Func<HandlingRow, Amount, Amount>> ToBeTheirs = (handling, amount) => new Amount
    {
        Pence = amount.Pence,
        Contact = amount.Contact,
        Case = amount.Case,
        Customer = handling.Customer,
        Walk = amount.Walk,
        Node = amount.Node,
        At = amount.At,
    };

    // Rows of two tables become one question only where what is made of them is set by name.
    private sealed class Amount
    {
        public required long Pence { get; init; }
        public required ContactId Contact { get; init; }
        public required CaseId Case { get; init; }
        public required CustomerId? Customer { get; init; }
        public required WalkId Walk { get; init; }
        public required string Node { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
