using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

internal static class Administrators
{
    /// <summary>Whether any active administrator is left beside this one.</summary>
    public static Task<bool> OthersAsync(AnswerableDb db, Guid but, CancellationToken stop) => db.Users
        .Where(person => person.Id != but && person.DeactivatedAt == null)
        .Join(db.UserRoles, person => person.Id, held => held.UserId, (person, held) => held.RoleId)
        .Join(db.Roles, held => held, role => role.Id, (held, role) => role.Name)
        .AnyAsync(name => name == nameof(Role.Administrator), stop);
}
