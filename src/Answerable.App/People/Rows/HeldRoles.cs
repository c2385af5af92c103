using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>A person's roles as rows.</summary>
internal static class HeldRoles
{
    public static async Task<IReadOnlyList<Role>> OfAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        await db.Set<HeldRoleRow>().Where(held => held.Person == person).Select(held => held.Role).OrderBy(role => role).ToListAsync(stop);

    public static async Task SetAsync(AnswerableDb db, PersonId person, IReadOnlyCollection<Role> roles, CancellationToken stop)
    {
        var held = await db.Set<HeldRoleRow>().Where(row => row.Person == person).ToListAsync(stop);
        db.RemoveRange(held.Where(row => !roles.Contains(row.Role)));
        db.AddRange(roles.Distinct().Except(held.Select(row => row.Role)).Select(role => new HeldRoleRow { Person = person, Role = role }));
    }
}
