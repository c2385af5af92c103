using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

internal static class Administrators
{
    /// <summary>Whether any active administrator is left beside this one.</summary>
    public static Task<bool> OthersAsync(AnswerableDb db, PersonId but, CancellationToken stop) => db.Set<HeldRoleRow>()
        .Where(held => held.Role == Role.Administrator && held.Person != but)
        .AnyAsync(held => db.Set<PersonRow>().Any(person => person.Id == held.Person && person.DeactivatedAt == null), stop);
}
