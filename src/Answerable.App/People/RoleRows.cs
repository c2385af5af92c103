using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>A person's roles as rows.</summary>
internal static class RoleRows
{
    public static async Task<IReadOnlyList<Role>> OfAsync(AnswerableDb db, Guid person, CancellationToken stop)
    {
        var names = await db.UserRoles.Where(held => held.UserId == person)
            .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => role.Name!)
            .ToListAsync(stop);
        return names.ConvertAll(Enum.Parse<Role>).Order().ToArray();
    }

    public static async Task SetAsync(AnswerableDb db, Guid person, IReadOnlyCollection<Role> roles, CancellationToken stop)
    {
        db.UserRoles.RemoveRange(await db.UserRoles.Where(held => held.UserId == person).ToListAsync(stop));
        foreach (var role in roles.Distinct())
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person, RoleId = await IdOfAsync(db, role, stop) });
    }

    private static async Task<Guid> IdOfAsync(AnswerableDb db, Role role, CancellationToken stop)
    {
        var name = role.ToString();
        var row = db.Roles.Local.FirstOrDefault(known => known.Name == name) ?? await db.Roles.SingleOrDefaultAsync(known => known.Name == name, stop);
        if (row is not null)
            return row.Id;
        var added = db.Roles.Add(new IdentityRole<Guid>(name) { Id = Ids.New(), NormalizedName = name.ToUpperInvariant() });
        return added.Entity.Id;
    }
}
