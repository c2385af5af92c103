using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// Puts a person into a team and gives them their roles: both or neither. Other roles end their sessions, which carry them; being moved ends
/// nothing, the team is read at each request. Where neither changes nothing is written down.
/// </summary>
[Needs(Permission.AdministerPeople)]
public sealed record PlacePerson(PersonId Person, TeamId? Team, IReadOnlyList<Role> Roles) : IAct<Done>
{
    internal sealed class Handler : IHandle<PlacePerson, Done>
    {
        public async Task<Outcome<Done>> Handle(PlacePerson act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<PersonRow>().FindAsync([act.Person], stop) is not { } person)
                return PeopleRefusals.NotFound;
            var before = await HeldRoles.OfAsync(context.Db, act.Person, stop);
            Role[] after = [.. act.Roles.Distinct().Order()];
            var refusals = await RefusalsAsync(act, person, before, after, context, stop);
            if (refusals.Count > 0)
                return refusals;
            // Nobody gives themselves what they had not: with a role come its permissions and its limits.
            if (context.Who.Person == act.Person && context.AskedBy is null && after.Except(before).Any())
                return Countersigned.Needed;
            Move(act, person, context);
            if (before.SequenceEqual(after))
                return Done.It;
            await HeldRoles.SetAsync(context.Db, act.Person, after, stop);
            context.Happened(new RolesChanged(act.Person, before, after), act.Person);
            context.Afterwards(new PersonFollowed());
            (await context.Db.Set<Credentials>().FindAsync([act.Person], stop))!.EndSessions(context);
            return Done.It;
        }

        private static async Task<List<Refusal>> RefusalsAsync(
            PlacePerson act, PersonRow person, IReadOnlyList<Role> before, Role[] after, ActContext context, CancellationToken stop)
        {
            var refusals = new List<Refusal>();
            if (after.Length == 0)
                refusals.Add(new Refusal("person.no-role", "Choose at least one role, or deactivate the person.", nameof(Roles)));
            else if (!after.All(Enum.IsDefined))
                refusals.Add(new Refusal("person.no-such-role", "Choose among the roles there are.", nameof(Roles)));
            else if (before.Contains(Role.Administrator) && !after.Contains(Role.Administrator)
                && person.DeactivatedAt is null && !await Administrators.OthersAsync(context.Db, act.Person, stop))
                refusals.Add(PeopleRefusals.LastAdministrator);
            if (act.Team is { } team && team != person.Team && !await context.Db.Set<TeamRow>().AnyAsync(row => row.Id == team, stop))
                refusals.Add(PeopleRefusals.NoSuchTeam);
            return refusals;
        }

        private static void Move(PlacePerson act, PersonRow person, ActContext context)
        {
            if (person.Team == act.Team)
                return;
            context.Happened(new PersonMoved(act.Person, person.Team, act.Team), act.Person);
            person.Team = act.Team;
            context.Tell(Sessions.Topic(act.Person));
        }
    }

    internal sealed class Together(IHandle<PlacePerson, Done> handler) : Countersigned<PlacePerson, Done>("roles", handler)
    {
        protected override async Task<Countersigned.Matter> MatterAsync(
            AnswerableDb db, PlacePerson act, DateTimeOffset now, CancellationToken stop) => new(
            act.Person.Value, $"{(await PersonNames.OfAsync(db, [act.Person], stop))[act.Person]}: the roles "
                + string.Join(", ", act.Roles.Distinct().Order().Select(role => role.Words()))
                + $"; now {string.Join(", ", (await HeldRoles.OfAsync(db, act.Person, stop)).Select(role => role.Words()))}", act.Person);

        protected override async Task<bool> StandsAsync(AnswerableDb db, PlacePerson act, DateTimeOffset now, CancellationToken stop) =>
            act.Roles.Except(await HeldRoles.OfAsync(db, act.Person, stop)).Any();
    }
}
