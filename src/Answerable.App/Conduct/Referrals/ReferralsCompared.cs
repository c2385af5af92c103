using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>Referrals, held against what was told of each from when it was opened to when it was closed.</summary>
internal sealed class ReferralsCompared() : RowsCompared<Guid, ReferralTold, ReferralRow>("referrals",
    typeof(ReferralOpened), typeof(DecisionReferred), typeof(ReferralAccepted), typeof(ReferralApproved), typeof(ReferralRefused),
    typeof(ReferralTakenOver), typeof(ReferralPassedOn), typeof(ReferralGivenBack), typeof(ReferralWithdrawn))
{
    protected override IEnumerable<(Guid, Func<ReferralTold?, ReferralTold?>)> Told(Entry entry, Fact fact) =>
        fact is DecisionReferred asked ? [(asked.Referral.Value, was => (was ?? ReferralTold.Nothing) with { Asked = asked })]
        : [(entry.Subject, was => (was ?? ReferralTold.Nothing).Hear(entry, fact))];

    protected override Guid KeyOf(ReferralRow row) => row.Id.Value;

    protected override IEnumerable<string> Differences(ReferralRow row, ReferralTold? told, Comparing at)
    {
        if (told?.Opened is not { } opened)
            yield return $"The referral {row.Id} is not in the journal.";
        else if (!told.IsOpened(row) || !told.IsAnswered(row))
            yield return $"The referral {row.Id} of contact {opened.Contact} is not as it was told.";
    }

    protected override string? Missing(Guid key, ReferralTold told) =>
        told.Opened is null ? null : $"The referral {key}, which the journal tells of, is missing.";
}
