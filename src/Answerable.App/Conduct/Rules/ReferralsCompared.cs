using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Referrals, held against what was told when they were opened and decided.</summary>
internal sealed class ReferralsCompared : IComparison
{
    public string Of => "referrals";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var (opened, approved) = (new Dictionary<Guid, ReferralOpened>(), new Dictionary<Guid, ReferralApproved>());
        await foreach (var (entry, fact) in JournalTold.OfAsync(db, typeof(ReferralOpened), typeof(ReferralApproved)).WithCancellation(stop))
            if (fact is ReferralOpened told)
                opened[entry.Subject] = told;
            else if (fact is ReferralApproved yes)
                approved[entry.Subject] = yes;
        await foreach (var row in db.Set<ReferralRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (!opened.Remove(row.Id.Value, out var told))
                yield return $"The referral {row.Id} is not in the journal.";
            else if (!Same(row, told) || !Approved(row, approved.GetValueOrDefault(row.Id.Value)))
                yield return $"The referral {row.Id} of contact {told.Contact} is not as it was told.";
        foreach (var gone in opened.Keys)
            yield return $"The referral {gone}, which the journal tells of, is missing.";
    }

    private static bool Same(ReferralRow row, ReferralOpened told) =>
        (row.Matter, row.DecisionKind, row.Pence, row.Contact, row.RequestedBy)
        == (told.Matter, told.DecisionKind, told.Pence, told.Contact, told.RequestedBy);

    private static bool Approved(ReferralRow row, ReferralApproved? told) =>
        told is null ? row.ApprovedPence is null : row.ApprovedPence == told.Pence && row.DecidedBy == told.By;
}
