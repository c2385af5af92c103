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
    public static async Task<IReadOnlyList<Candidate>> OfAsync(AnswerableDb db, CancellationToken stop) =>
        await OfAsync(db, await ReferralPace.OfAsync(db, stop), stop);

    public static async Task<IReadOnlyList<Candidate>> OfAsync(AnswerableDb db, ReferralPace pace, CancellationToken stop)
    {
        var takers = Access.Holding(Permission.TakeReferrals).ToArray();
        var line = Roles.Line.ToArray();
        var held = await db.Set<HeldRoleRow>().Where(held => line.Contains(held.Role)
                && db.Set<HeldRoleRow>().Any(own => own.Person == held.Person && takers.Contains(own.Role)))
            .Join(db.Set<PersonRow>().Where(person => person.DeactivatedAt == null), held => held.Person, person => person.Id,
                (held, person) => new { person.Id, person.Name, person.Team, held.Role })
            .LeftJoin(db.Set<PresenceRow>(), one => one.Id, presence => presence.Person,
                (one, presence) => new { one.Id, one.Name, one.Team, one.Role, Presence = (Presence?)presence!.Presence, presence.Since })
            .ToListAsync(stop);
        return held.GroupBy(one => one.Id).Select(roles =>
        {
            var one = roles.First();
            var decider = Decider.Of(one.Id, roles.Select(role => role.Role));
            return new Candidate(one.Id, one.Name, decider.Role, one.Team,
                one.Presence ?? Presence.SignedOut, one.Since ?? DateTimeOffset.MinValue, pace.WaitingWith(one.Id))
            { Beside = decider.Beside };
        }).ToArray();
    }

    public static async Task<string> NameAsync(AnswerableDb db, PersonId? person, CancellationToken stop) =>
        (await PersonNames.OfAsync(db, [person], stop))[person] ?? PersonNames.Gone;
}
