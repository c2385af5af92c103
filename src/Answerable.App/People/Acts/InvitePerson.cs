using System.Net.Mail;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Adds a person and makes the one-time way in by which they choose a password.</summary>
[Needs(Permission.AdministerPeople)]
public sealed record InvitePerson(string Name, [ToTheLetter] string Email, IReadOnlyList<Role> Roles, TeamId? Team) : IAct<InvitePerson.Invitation>
{
    /// <param name="Token">Shown once; only its hash is kept.</param>
    public sealed record Invitation(PersonId Person, string Token);

    internal sealed class Handler : IHandle<InvitePerson, Invitation>
    {
        public async Task<Outcome<Invitation>> Handle(InvitePerson act, ActContext context, CancellationToken stop)
        {
            var refusals = Check(act);
            if (await Credentials.OfAsync(context.Db.Set<Credentials>(), act.Email, stop) is not null)
                refusals.Add(new Refusal("person.email-taken", "Somebody already signs in with this address.", nameof(Email)));
            if (act.Team is { } team && !await context.Db.Set<TeamRow>().AnyAsync(row => row.Id == team, stop))
                refusals.Add(PeopleRefusals.NoSuchTeam);
            if (refusals.Count > 0)
                return refusals;
            return await AddAsync(act, context, stop);
        }

        private static List<Refusal> Check(InvitePerson act)
        {
            var refusals = new List<Refusal>();
            if (act.Name.Shown().Length == 0)
                refusals.Add(new Refusal("person.no-name", "Give the person's name.", nameof(Name)));
            else if (act.Name.Length > 120)
                refusals.Add(new Refusal("person.long-name", "Keep the name within 120 characters.", nameof(Name)));
            else if (act.Name.Shown().NameRefused(nameof(Name)) is { } unreadable)
                refusals.Add(unreadable);
            if (!MailAddress.TryCreate(act.Email.Trim(), out _) || act.Email.Length > 250 || !act.Email.Trim().ReadsAsItIs())
                refusals.Add(new Refusal("person.email", "Give an e-mail address, such as name@example.org.", nameof(Email)));
            if (act.Roles.Count == 0)
                refusals.Add(new Refusal("person.no-role", "Choose at least one role: without one a person can do nothing.", nameof(Roles)));
            else if (!act.Roles.All(Enum.IsDefined))
                refusals.Add(new Refusal("person.no-such-role", "Choose among the roles there are.", nameof(Roles)));
            return refusals;
        }

        private static async Task<Invitation> AddAsync(InvitePerson act, ActContext context, CancellationToken stop)
        {
            var id = Ids.New<PersonId>();
            context.Db.Add(new PersonRow { Id = id, Name = act.Name.Shown(), Team = act.Team });
            context.Db.Set<Credentials>().Add(Credentials.Of(id, act.Email.Trim()));
            await HeldRoles.SetAsync(context.Db, id, act.Roles, stop);
            var (invitation, token) = InvitationRow.For(id, context.Now);
            context.Db.Add(invitation);
            var name = NamesCompared.SealOf(await ChainKey.OfAsync(context.Db, stop), id, act.Name.Shown());
            // Real, whoever invites them: one may be shown round an invented centre.
            context.Happened(new PersonInvited(id, act.Roles, act.Team, name), id, FactKind.Live);
            return new Invitation(id, token);
        }
    }
}
