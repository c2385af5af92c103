using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.People;
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
internal sealed class DecidedForCustomer(ActContext context, ContactInHand inHand, CustomerId customer, Matrix matrix, DateTimeOffset at)
{
    public static async Task<Refusal?> WeighAsync(ActContext context, ContactInHand inHand, CustomerId customer, CancellationToken stop)
    {
        var (contact, now) = (inHand.Row.Contact, Instant.Of(context.Now));
        var asked = await context.Db.Set<ReferralRow>().AsNoTracking()
            .Where(row => row.Contact == contact && row.DecisionKind != null && row.Pence > 0 && row.Customer != customer
                && (row.State == ReferralState.Open || row.State == ReferralState.Accepted))
            .Select(row => row.DecisionKind!).ToListAsync(stop);
        var decided = await context.Db.Set<DecisionRow>()
            .Where(row => row.Contact == contact && row.Pence != null && row.RetractedAt == null).ToListAsync(stop);
        var promised = await context.Db.Set<ReferralRow>().AsNoTracking()
            .Where(row => row.Contact == contact && row.State == ReferralState.Approved && row.ApprovedPence > 0)
            .Where(row => !context.Db.Set<DecisionRow>().Any(decision => decision.Under == row.Id && decision.RetractedAt == null))
            .ToListAsync(stop);
        if (asked.Count + decided.Count + promised.Count == 0)
            return null;
        var matrix = await MatrixRows.InForceAsync(context.Db, null, now, stop);
        if (asked.Exists(kind => matrix.CountsByCustomer(kind, now)))
            return Asked;
        var weighing = new DecidedForCustomer(context, inHand, customer, matrix, now);
        foreach (var kind in await MatrixRows.KindsAsync(context.Db, stop))
            if (matrix.CountsByCustomer(kind.Code, now) && await weighing.OfKindAsync(kind, [.. decided.Where(row => row.DecisionKind == kind.Code)],
                [.. promised.Where(row => row.DecisionKind == kind.Code && row.ClosedAt > now - Approval.Life)], stop) is { } refusal)
                return refusal;
        return null;
    }

    private static readonly Refusal Asked = new("customer.asked-for",
        "An answer is awaited for the customer named before. Withdraw what was asked, then say which customer this is, and ask again.",
        nameof(RecordCustomer.Reference));

    private async Task<Refusal?> OfKindAsync(
        DecisionKind kind, IReadOnlyList<DecisionRow> decided, IReadOnlyList<ReferralRow> promised, CancellationToken stop)
    {
        if (decided.Count + promised.Count == 0)
            return null;
        var asked = new Asked(kind.Code, null, inHand.Row.Contact, inHand.Row.Case, customer);
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

        string? Promise(ReferralRow row) => matrix.TooMuchForCustomer(kind,
            asked with { Pence = promised.Sum(one => one.ApprovedPence) + decided.Sum(one => one.Pence) },
            Approver(row), elsewhere, at);

        string? TooMuch(IReadOnlyList<DecisionRow> rows)
        {
            var all = asked with { Pence = rows.Sum(row => row.Pence!.Value) };
            return rows.Select(row => matrix.TooMuchForCustomer(kind, all, deciders[row.Id], elsewhere, at))
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
            .ToDictionaryAsync(row => row.Id, Approver, stop);
        var all = decided.ToDictionary(row => row.Id, row => row.Under is { } referral && approvers.TryGetValue(referral, out var approver)
            ? approver
            : new Decider(row.By, row.ByRole));
        var people = all.Values.Select(decider => decider.Person).OfType<PersonId>().ToArray();
        var held = (await context.Db.Set<HeldRoleRow>().Where(row => people.Contains(row.Person)).ToListAsync(stop))
            .ToLookup(row => row.Person, row => row.Role);
        return all.ToDictionary(pair => pair.Key, pair => pair.Value.Person is { } person
            ? pair.Value with { Beside = [.. held[person].Where(role => role < pair.Value.Role)] }
            : pair.Value);
    }

    /// <summary>In 0.1.0 an approval did not say as what it was given.</summary>
    private static Decider Approver(ReferralRow row) => new(row.DecidedBy, row.DecidedAs ?? row.ToRole);
}
