using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>The latest referral from a contact, as the one who asked sees it.</summary>
/// <param name="With">Who has it; nobody where it waits for any of its role.</param>
public sealed record ReferralAtDesk(
    ReferralId Id, ReferralMatter Matter, ReferralState State, string? Node, long? Pence, long? ApprovedPence, string Why, string TellCustomer,
    Role ToRole, string? With, bool Accepted, DateTimeOffset OpenedAt, DateTimeOffset AnswerBy, DateTimeOffset? ClosedAt, string? Answer)
{
    internal static async Task<ReferralAtDesk?> OfAsync(AnswerableDb db, ContactId contact, CancellationToken stop)
    {
        var row = await db.Referrals.Where(row => row.Contact == contact).OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(stop);
        if (row is null)
            return null;
        var with = row.DecidedBy ?? row.AcceptedBy ?? row.AssignedTo;
        return new ReferralAtDesk(row.Id, row.Matter, row.State, row.Node, row.Pence, row.ApprovedPence, row.Why, row.TellCustomer, row.ToRole,
            with is null ? null : await Colleagues.NameAsync(db, with, stop), row.AcceptedBy is not null, row.OpenedAt, row.AnswerBy, row.ClosedAt,
            row.Answer is { } words ? await PersonalVault.ReadAsync(db, words, stop) : null);
    }
}
