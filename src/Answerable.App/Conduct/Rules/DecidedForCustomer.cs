using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// What was decided with a contact, weighed again when it is said to be another customer's: what would be too much for them stands in the way,
/// and where the walk has gone back over it, it ceases to count until it is decided again.
/// </summary>
internal sealed class DecidedForCustomer(ActContext context, ContactInHand inHand, CustomerId customer, DateTimeOffset at)
{
    public static async Task<Refusal?> WeighAsync(ActContext context, ContactInHand inHand, CustomerId customer, CancellationToken stop)
    {
        var asked = await context.Db.Set<ReferralRow>().AsNoTracking()
            .Where(row => row.Contact == inHand.Row.Contact && row.DecisionKind != null && row.Pence > 0 && row.Customer != customer
                && (row.State == ReferralState.Open || row.State == ReferralState.Accepted))
            .ToListAsync(stop);
        foreach (var row in asked)
            if ((await MatrixRows.InForceAsync(context.Db, row.DecisionKind, Instant.Of(context.Now), stop))
                .CountsByCustomer(row.DecisionKind!, Instant.Of(context.Now)))
                return Asked;
        var decided = await context.Db.Set<DecisionRow>()
            .Where(row => row.Contact == inHand.Row.Contact && row.Pence != null && row.RetractedAt == null).ToListAsync(stop);
        var promised = await context.Db.Set<ReferralRow>().AsNoTracking()
            .Where(row => row.Contact == inHand.Row.Contact && row.State == ReferralState.Approved && row.ApprovedPence > 0)
            .Where(row => !context.Db.Set<DecisionRow>().Any(decision => decision.Under == row.Id && decision.RetractedAt == null))
            .ToListAsync(stop);
        var weighing = new DecidedForCustomer(context, inHand, customer, Instant.Of(context.Now));
        foreach (var kind in decided.Select(row => row.DecisionKind).Concat(promised.Select(row => row.DecisionKind!)).Distinct())
            if (await weighing.OfKindAsync(kind, [.. decided.Where(row => row.DecisionKind == kind)],
                [.. promised.Where(row => row.DecisionKind == kind && row.ClosedAt > Instant.Of(context.Now) - Approval.Life)], stop) is { } refusal)
                return refusal;
        return null;
    }

    private static readonly Refusal Asked = new("customer.asked-for",
        "An answer is awaited for the customer named before. Withdraw what was asked, then say which customer this is, and ask again.",
        nameof(RecordCustomer.Reference));

    private async Task<Refusal?> OfKindAsync(
        string code, IReadOnlyList<DecisionRow> decided, IReadOnlyList<ReferralRow> promised, CancellationToken stop)
    {
        var (matrix, kinds) = await MatrixRows.OfKindAsync(context.Db, code, at, stop);
        if (kinds.Count == 0 || !matrix.CountsByCustomer(code, at))
            return null;
        var asked = new Asked(code, null, inHand.Row.Contact, inHand.Row.Case, customer);
        var given = await GivenAmounts.OfAsync(context.Db, asked, matrix, null, null, false, at, stop);
        var elsewhere = given.Where(one => one.Contact != inHand.Row.Contact).ToArray();
        var deciders = await DecidersAsync(decided, stop);
        if (TooMuch([.. decided.Where(row => !Reopened(row))]) is { } why)
            return new Refusal("customer.too-much", $"{why} {WayOut}", nameof(RecordCustomer.Reference));
        if (promised.Select(Promise).FirstOrDefault(sentence => sentence is not null) is { } beyond)
            return new Refusal("customer.too-much",
                $"{beyond} It was approved for the customer named before: start a contact of their own for this one.",
                nameof(RecordCustomer.Reference));
        if (TooMuch(decided) is not null)
            foreach (var row in decided.Where(Reopened))
                Retract(row);
        return null;

        string? Promise(ReferralRow row) => matrix.TooMuchForCustomer(kinds[0],
            asked with { Pence = promised.Sum(one => one.ApprovedPence) + decided.Sum(one => one.Pence) },
            new Decider(row.DecidedBy, row.ToRole), elsewhere, at);

        string? TooMuch(IReadOnlyList<DecisionRow> rows)
        {
            var all = asked with { Pence = rows.Sum(row => row.Pence!.Value) };
            return rows.Select(row => matrix.TooMuchForCustomer(kinds[0], all, deciders[row.Id], elsewhere, at))
                .FirstOrDefault(sentence => sentence is not null);
        }
    }

    private string WayOut => inHand.Walk is { Walk.End: null }
        ? "Go back to where it was decided, say there which customer this is, and decide it again."
        : "It cannot be decided again here: leave the customer as they are, make a note, and tell your team leader.";

    private bool Reopened(DecisionRow row) => inHand.Walk is { } walk && row.Walk == walk.Walk.Id && walk.Walk.Reopened.Contains(row.Node);

    private void Retract(DecisionRow row)
    {
        row.RetractedAt = at;
        context.Happened(new DecisionRetracted(row.Id, context.Who.Id), row.Contact, row.Kind);
    }

    /// <summary>Whose limit each was under: the one who approved it where it was referred.</summary>
    private async Task<IReadOnlyDictionary<Guid, Decider>> DecidersAsync(IReadOnlyList<DecisionRow> decided, CancellationToken stop)
    {
        var under = decided.Select(row => row.Under).OfType<ReferralId>().ToArray();
        var approvers = under.Length == 0 ? [] : await context.Db.Set<ReferralRow>().AsNoTracking().Where(row => under.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => new Decider(row.DecidedBy, row.ToRole), stop);
        return decided.ToDictionary(row => row.Id, row => row.Under is { } referral && approvers.TryGetValue(referral, out var approver)
            ? approver
            : new Decider(row.By, row.ByRole));
    }
}
