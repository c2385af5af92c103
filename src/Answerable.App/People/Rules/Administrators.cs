using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

internal static class Administrators
{
    /// <summary>Why somebody may not deactivate a person; null where they may.</summary>
    public static async Task<Refusal?> BarredAsync(AnswerableDb db, Actor who, PersonId person, CancellationToken stop) =>
        !await OthersAsync(db, person, stop) ? PeopleRefusals.LastAdministrator : who.Person == person ? PeopleRefusals.OneSelf : null;

    /// <summary>Whether a person is the one active administrator there is.</summary>
    public static async Task<bool> LastAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        (await HeldRoles.OfAsync(db, person, stop)).Contains(Role.Administrator) && !await OthersAsync(db, person, stop);

    /// <summary>Whether any active administrator is left beside this one.</summary>
    public static Task<bool> OthersAsync(AnswerableDb db, PersonId but, CancellationToken stop) => db.Set<HeldRoleRow>()
        .Where(held => held.Role == Role.Administrator && held.Person != but)
        .AnyAsync(held => db.Set<PersonRow>().Any(person => person.Id == held.Person && person.DeactivatedAt == null), stop);
}
