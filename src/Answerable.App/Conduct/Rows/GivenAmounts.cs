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
        var since = at.AddDays(-matrix.Limits.Max(limit => limit.PerCustomer?.Days) ?? 0);
        var taken = db.Set<DecisionRow>().AsNoTracking()
            .Where(row => row.DecisionKind == asked.DecisionKind && row.Pence != null && (row.RetractedAt == null || row.RetractedAt > at))
            .Where(row =>
                row.Contact == asked.Contact || row.Case == asked.Case || (row.Customer != null && row.Customer == asked.Customer && row.At > since))
            .Where(row => !redone || row.Walk != walk || row.Node != node)
            .Select(row => new Amount { Pence = row.Pence!.Value, Contact = row.Contact, Case = row.Case, Customer = row.Customer, At = row.At });
        var rows = await taken.Concat(Promised(db, asked, walk, node, at)).ToListAsync(stop);
        return rows.ConvertAll(row => new Given(asked.DecisionKind, row.Pence, row.Contact, row.Case, row.Customer, row.At));
    }

    private static IQueryable<Amount> Promised(AnswerableDb db, Asked asked, WalkId? walk, string? node, DateTimeOffset at)
    {
        var alive = at - Approval.Life;
        return db.Set<ReferralRow>().AsNoTracking()
            .Where(row =>
                row.DecisionKind == asked.DecisionKind && row.State == ReferralState.Approved && row.ApprovedPence != null && row.ClosedAt > alive)
            .Where(row => row.Contact == asked.Contact || row.Case == asked.Case || (row.Customer != null && row.Customer == asked.Customer))
            .Where(row => row.Walk != walk || row.Node != node)
            .Where(row => !db.Set<DecisionRow>().Any(decision => decision.Under == row.Id && decision.RetractedAt == null))
            .Where(row => db.Set<WalkRow>().Any(begun => begun.Id == row.Walk && begun.EndedAt == null))
            .Select(row => new Amount
            { Pence = row.ApprovedPence!.Value, Contact = row.Contact, Case = row.Case, Customer = row.Customer, At = row.ClosedAt!.Value });
    }

    // Rows of two tables become one question only where what is made of them is set by name.
    private sealed class Amount
    {
        public required long Pence { get; init; }
        public required ContactId Contact { get; init; }
        public required CaseId Case { get; init; }
        public required CustomerId? Customer { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
