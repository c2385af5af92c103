using Answerable.App.People;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>The latest referral from a contact, as the one who asked sees it.</summary>
/// <param name="GivenBack">The one who had it may answer it no more, and nobody else has taken it yet.</param>
/// <param name="With">Who has it; nobody where it waits for any of its role.</param>
public sealed record ReferralAtDesk(
    ReferralId Id, ReferralMatter Matter, ReferralState State, string? Node, long? Pence, long? ApprovedPence, string Why, string TellCustomer,
    Role ToRole, string? With, bool Accepted, DateTimeOffset OpenedAt, DateTimeOffset AnswerBy, DateTimeOffset? ClosedAt, string? Answer,
    bool GivenBack)
{
    internal static ReferralAtDesk Of(ReferralRow row, string? with, IReadOnlyDictionary<Guid, string> words) =>
        new(row.Id, row.Matter, row.State, row.Node, row.Pence, row.ApprovedPence, row.Why, row.TellCustomer, row.ToRole,
            (row.DecidedBy ?? row.AcceptedBy ?? row.AssignedTo) is null
                ? null : with ?? PersonNames.Gone, row.AcceptedBy is not null, row.OpenedAt, row.AnswerBy, row.ClosedAt,
            row.Answer is { } answer ? words.GetValueOrDefault(answer) : null, row.GivenBackAt is not null);
}
