using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>Those who may take referrals, with their presence as it is now.</summary>
internal static class Colleagues
{
    public static async Task<IReadOnlyList<Candidate>> OfAsync(AnswerableDb db, CancellationToken stop)
    {
        var takers = Access.Holding(Permission.TakeReferrals).ToArray();
        var held = await db.Set<HeldRoleRow>().Where(held => takers.Contains(held.Role))
            .Join(db.Set<PersonRow>().Where(person => person.DeactivatedAt == null), held => held.Person, person => person.Id,
                (held, person) => new { person.Id, person.Name, person.Team, held.Role })
            .LeftJoin(db.Set<PresenceRow>(), one => one.Id, presence => presence.Person,
                (one, presence) => new { one.Id, one.Name, one.Team, one.Role, Presence = (Presence?)presence!.Presence, presence.Since })
            .ToListAsync(stop);
        var waiting = await WaitingAsync(db, stop);
        return held.GroupBy(one => one.Id).Select(roles =>
        {
            var one = roles.First();
            return new Candidate(one.Id, one.Name, roles.Max(role => role.Role), one.Team,
                one.Presence ?? Presence.SignedOut, one.Since ?? DateTimeOffset.MinValue, waiting.GetValueOrDefault(one.Id));
        }).ToArray();
    }

    public static async Task<string> NameAsync(AnswerableDb db, PersonId? person, CancellationToken stop) =>
        (await PersonNames.OfAsync(db, [person], stop))[person] ?? PersonNames.Gone;

    private static async Task<Dictionary<PersonId, int>> WaitingAsync(AnswerableDb db, CancellationToken stop)
    {
        var open = await db.Referrals
            .Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .Select(row => new { row.AssignedTo, row.AcceptedBy })
            .ToListAsync(stop);
        return open.Select(row => row.AcceptedBy ?? row.AssignedTo).OfType<PersonId>().GroupBy(person => person).ToDictionary(group => group.Key, group => group.Count());
    }
}
