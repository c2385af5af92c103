using Answerable.App.Acts;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Home;

/// <summary>What waits for those who serve customers.</summary>
internal static class LineNeeds
{
    public static async Task<IEnumerable<WhatNeedsMe.Need>> ReferralsAsync(ReadingContext context, CancellationToken stop)
    {
        var (me, role, now) = (context.Who.Id, context.Who.Line ?? Role.Agent, context.Now);
        var waiting = context.Db.Referrals.Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .Where(row => row.RequestedBy != me)
            .Where(row => row.AcceptedBy == me || (row.AcceptedBy == null && (row.AssignedTo == me || (row.AssignedTo == null && row.ToRole <= role))));
        var (all, late) = (await waiting.CountAsync(stop), await waiting.CountAsync(row => row.AnswerBy < now, stop));
        return
        [
            new(late, "referral is past the time promised", "referrals are past the time promised", "/referrals", "alert-triangle", Pressing: true),
            new(all - late, "referral waits for you", "referrals wait for you", "/referrals", "route", Pressing: true),
        ];
    }

    public static async Task<IEnumerable<WhatNeedsMe.Need>> ContactsAsync(ReadingContext context, CancellationToken stop)
    {
        var (db, me) = (context.Db, context.Who.Id);
        FactKind[] takeable = [FactKind.Live, FactKind.Trial, FactKind.Drill, FactKind.Demo];
        return
        [
            new(await db.Handlings.CountAsync(row => row.Agent == me && row.ClosedAt == null && row.LeftAt == null, stop), "contact is in your hands", "contacts are in your hands", "/desk", "headset", Pressing: true),
            new(await db.Contacts.CountAsync(row => row.State == ContactState.Waiting && takeable.Contains(row.Kind), stop), "customer waits in the queue", "customers wait in the queue", "/desk", "clock"),
            new(await db.Handlings.CountAsync(row => row.ClosedAt == null && row.LeftAt != null, stop), "contact was left to be resumed", "contacts were left to be resumed", "/desk", "history"),
        ];
    }
}
