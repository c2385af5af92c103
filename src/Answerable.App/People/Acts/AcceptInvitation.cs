using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Chooses a password by a one-time way in. The hash is made before, so that the slow part holds up no other act.</summary>
[Needs(Permission.Anyone)]
public sealed record AcceptInvitation(string Token, string PasswordHash) : IAct<string>
{
    internal sealed class Handler : IHandle<AcceptInvitation, string>
    {
        public async Task<Outcome<string>> Handle(AcceptInvitation act, ActContext context, CancellationToken stop)
        {
            var hash = InvitationRow.HashOf(act.Token);
            var invitation = await context.Db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.TokenHash == hash, stop);
            if (invitation is null || invitation.AcceptedAt is not null || invitation.ExpiresAt <= context.Now)
                return PeopleRefusals.Lapsed;
            if (!await context.Db.Set<PersonRow>().AnyAsync(person => person.Id == invitation.Person && person.DeactivatedAt == null, stop))
                return new Refusal("invitation.lapsed", "This invitation is no longer good. Ask your administrator.");
            invitation.AcceptedAt = context.Now;
            var credentials = (await context.Db.Set<Credentials>().FindAsync([invitation.Person], stop))!;
            credentials.PasswordHash = act.PasswordHash;
            credentials.Unlock();
            credentials.EndSessions();
            context.Happened(new PasswordChanged(invitation.Person), invitation.Person);
            return credentials.Email!;
        }
    }
}
