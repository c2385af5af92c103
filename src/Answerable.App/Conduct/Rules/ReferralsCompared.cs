using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;

namespace Answerable.App.Conduct;

/// <summary>Referrals, held against what was told when they were opened and decided.</summary>
internal sealed class ReferralsCompared()
    : RowsCompared<Guid, ReferralsCompared.Course, ReferralRow>("referrals", typeof(ReferralOpened), typeof(ReferralApproved))
{
    internal sealed record Course(ReferralOpened? Opened, ReferralApproved? Approved);

    protected override IEnumerable<(Guid, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        if (fact is ReferralOpened opened)
            yield return (entry.Subject, was => new Course(opened, was?.Approved));
        else if (fact is ReferralApproved approved)
            yield return (entry.Subject, was => new Course(was?.Opened, approved));
    }

    protected override Guid KeyOf(ReferralRow row) => row.Id.Value;

    protected override IEnumerable<string> Differences(ReferralRow row, Course? told, Comparing at)
    {
        if (told?.Opened is not { } opened)
            yield return $"The referral {row.Id} is not in the journal.";
        else if (!Same(row, opened) || !Approved(row, told.Approved))
            yield return $"The referral {row.Id} of contact {opened.Contact} is not as it was told.";
    }

    protected override string? Missing(Guid key, Course told) =>
        told.Opened is null ? null : $"The referral {key}, which the journal tells of, is missing.";

    private static bool Same(ReferralRow row, ReferralOpened told) =>
        (row.Matter, row.DecisionKind, row.Pence, row.Contact, row.RequestedBy)
        == (told.Matter, told.DecisionKind, told.Pence, told.Contact, told.RequestedBy);

    private static bool Approved(ReferralRow row, ReferralApproved? told) =>
        told is null ? row.ApprovedPence is null : row.ApprovedPence == told.Pence && row.DecidedBy == told.By;
}
