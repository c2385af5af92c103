using Answerable.Analysis.Measures;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Rehearsal;

/// <summary>Who works here, by their highest role in the line, and what they said they were doing.</summary>
internal static class PeopleThere
{
    public static async Task<IReadOnlyDictionary<PersonId, Role>> RolesAsync(AnswerableDb db, CancellationToken stop)
    {
        var line = Roles.Line.ToArray();
        var held = await db.Set<HeldRoleRow>().Where(held => line.Contains(held.Role))
            .Join(db.Set<PersonRow>().Where(person => person.DeactivatedAt == null), held => held.Person, person => person.Id, (held, person) => held)
            .ToListAsync(stop);
        return held.GroupBy(one => one.Person).ToDictionary(roles => roles.Key, roles => roles.Max(one => one.Role));
    }

    public static async Task<IReadOnlyList<PresenceLine>> PresenceAsync(AnswerableDb db, DateTimeOffset since, CancellationToken stop) =>
        await PresenceLines.ReadAsync(db.Set<JournalRow>().Where(row => row.At >= since), stop);
}
