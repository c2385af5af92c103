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
        var takers = Access.Holding(Permission.TakeReferrals).Select(role => role.ToString()).ToArray();
        var held = await db.UserRoles
            .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
            .Where(pair => takers.Contains(pair.Name))
            .Join(db.Users.Where(user => user.DeactivatedAt == null), pair => pair.UserId, user => user.Id,
                (pair, user) => new { user.Id, user.DisplayName, user.TeamId, user.Presence, user.PresenceSince, Role = pair.Name! })
            .ToListAsync(stop);
        var waiting = await WaitingAsync(db, stop);
        return held.GroupBy(one => one.Id).Select(roles =>
        {
            var (one, id) = (roles.First(), PersonId.From(roles.Key));
            return new Candidate(id, one.DisplayName, roles.Max(role => Enum.Parse<Role>(role.Role)), one.TeamId is { } team ? TeamId.From(team) : null,
                one.Presence, one.PresenceSince ?? DateTimeOffset.MinValue, waiting.GetValueOrDefault(id));
        }).ToArray();
    }

    public static async Task<string> NameAsync(AnswerableDb db, PersonId? person, CancellationToken stop) =>
        (person is { } known ? await db.Users.Where(user => user.Id == known.Value).Select(user => user.DisplayName).SingleOrDefaultAsync(stop) : null)
        ?? "Somebody no longer here";

    private static async Task<Dictionary<PersonId, int>> WaitingAsync(AnswerableDb db, CancellationToken stop)
    {
        var open = await db.Referrals
            .Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted)
            .Select(row => new { row.AssignedTo, row.AcceptedBy })
            .ToListAsync(stop);
        return open.Select(row => row.AcceptedBy ?? row.AssignedTo).OfType<PersonId>().GroupBy(person => person).ToDictionary(group => group.Key, group => group.Count());
    }
}
