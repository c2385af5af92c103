using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Referrals that wait with somebody who may answer them no more. Each waits again: for the next who could, or for any of its
/// role.</summary>
internal static class StrandedReferrals
{
    private static readonly Role[] Takers = [.. Access.Holding(Permission.TakeReferrals)];

    public static async Task GiveBackAsync(ActContext context, CancellationToken stop)
    {
        var here = context.Db.Set<PersonRow>().Where(person => person.DeactivatedAt == null
            && context.Db.Set<HeldRoleRow>().Any(held => held.Person == person.Id && Takers.Contains(held.Role)));
        var stranded = await context.Db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .Where(row => (row.AcceptedBy != null || row.AssignedTo != null) && !here.Any(person => person.Id == (row.AcceptedBy ?? row.AssignedTo)))
            .OrderBy(row => row.OpenedAt).ToListAsync(stop);
        foreach (var row in stranded)
            await GiveBackAsync(context, row, row.Referral().With!.Value, stop);
    }

    /// <summary>How many wait with somebody.</summary>
    public static Task<int> WithAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .CountAsync(row => (row.AcceptedBy ?? row.AssignedTo) == person, stop);

    private static async Task GiveBackAsync(ActContext context, ReferralRow row, PersonId from, CancellationToken stop)
    {
        var at = Instant.Of(context.Now);
        var (route, had) = await Route.OnwardAsync(context.Db, row, from, at, stop);
        var found = route.Find(await Colleagues.OfAsync(context.Db, stop), had);
        ReferralRows.Moved(context, row.ToRole, from);
        (row.State, row.AcceptedBy, row.AcceptedAt, row.GivenBackAt) = (ReferralState.Open, null, null, at);
        (row.AssignedTo, row.ToRole) = (found?.Person, found?.Role ?? route.LowestRole());
        context.Happened(new ReferralGivenBack(from, row.ToRole, row.AssignedTo), row.Id, row.Kind);
        ReferralRows.Told(context, row);
    }
}
