using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Who has which roles, is in which team and may not come in, held against what was told.</summary>
internal sealed class RolesCompared() : RowsCompared<PersonId, RolesCompared.Course, RolesCompared.Held>("roles",
    typeof(PersonInvited), typeof(RolesChanged), typeof(PersonMoved), typeof(PersonDeactivated), typeof(PersonReactivated))
{
    /// <param name="Gone">The line that tells that they may come in no more.</param>
    internal sealed record Course(IReadOnlyList<Role> Roles, TeamId? Team, Entry? Gone);

    internal sealed record Held(PersonId Id, TeamId? Team, DateTimeOffset? GoneAt, PersonId? GoneBy, IReadOnlyList<Role> Roles);

    public override IReadOnlyList<Type> Looked => [typeof(PersonRow), typeof(HeldRoleRow)];

    protected override IEnumerable<(PersonId, Func<Course?, Course?>)> Told(Entry entry, Fact fact) => fact switch
    {
        PersonInvited invited => [(invited.Person, _ => new Course(invited.Roles, invited.Team, null))],
        RolesChanged changed => [(changed.Person, was => was is null ? null : was with { Roles = changed.To })],
        PersonMoved moved => [(moved.Person, was => was is null ? null : was with { Team = moved.To })],
        PersonDeactivated gone => [(gone.Person, was => was is null ? null : was with { Gone = entry })],
        PersonReactivated back => [(back.Person, was => was is null ? null : was with { Gone = null })],
        _ => [],
    };

    protected override IQueryable<Held> Rows(AnswerableDb db) => db.Set<PersonRow>().Select(person => new Held(person.Id, person.Team,
        person.DeactivatedAt, person.DeactivatedBy,
        db.Set<HeldRoleRow>().Where(held => held.Person == person.Id).Select(held => held.Role).ToList()));

    protected override PersonId KeyOf(Held row) => row.Id;

    protected override IEnumerable<string> Differences(Held row, Course? told, Comparing at)
    {
        if (told is null)
        {
            yield return $"The journal tells of nobody invited as {row.Id}.";
            yield break;
        }
        if (!told.Roles.ToHashSet().SetEquals(row.Roles))
            yield return $"The roles of {row.Id} are not those the journal tells.";
        if (row.Team != told.Team)
            yield return $"The team of {row.Id} is not the one the journal tells.";
        if (row.GoneAt is null != told.Gone is null)
            yield return $"Whether {row.Id} may come in is not what the journal tells.";
        else if (!KeptInstant.Same(row.GoneAt, told.Gone?.At) || row.GoneBy?.Value != told.Gone?.Actor)
            yield return $"Since when {row.Id} may not come in, or by whom, is not what the journal tells.";
    }
}
