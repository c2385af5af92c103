using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Who has which roles and who may not come in, held against what was told.</summary>
internal sealed class RolesCompared : IComparison
{
    public string Of => "roles";

    public async IAsyncEnumerable<string> DifferencesAsync(AnswerableDb db, [EnumeratorCancellation] CancellationToken stop)
    {
        var (roles, gone) = (new Dictionary<PersonId, IReadOnlyList<Role>>(), new HashSet<PersonId>());
        Type[] facts = [typeof(PersonInvited), typeof(RolesChanged), typeof(PersonDeactivated), typeof(PersonReactivated)];
        await foreach (var (_, fact) in JournalTold.OfAsync(db, facts).WithCancellation(stop))
            switch (fact)
            {
                case PersonInvited invited: roles[invited.Person] = invited.Roles; break;
                case RolesChanged changed: roles[changed.Person] = changed.To; break;
                case PersonDeactivated deactivated: gone.Add(deactivated.Person); break;
                case PersonReactivated back: gone.Remove(back.Person); break;
            }
        var held = (await db.Set<HeldRoleRow>().AsNoTracking().ToListAsync(stop)).ToLookup(row => row.Person, row => row.Role);
        foreach (var person in await db.Set<PersonRow>().AsNoTracking().ToListAsync(stop))
        {
            if (!roles.TryGetValue(person.Id, out var told))
                yield return $"The journal tells of nobody invited as {person.Id}.";
            else if (!told.ToHashSet().SetEquals(held[person.Id]))
                yield return $"The roles of {person.Id} are not those the journal tells.";
            if (person.DeactivatedAt is not null != gone.Contains(person.Id))
                yield return $"Whether {person.Id} may come in is not what the journal tells.";
        }
    }
}
