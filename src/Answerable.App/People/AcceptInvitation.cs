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
                return new Refusal("invitation.lapsed", "This invitation has been used or has lapsed. Ask your administrator for a new one.");
            var person = await context.Db.Users.FindAsync([invitation.Person.Value], stop);
            if (person is null || person.DeactivatedAt is not null)
                return new Refusal("invitation.lapsed", "This invitation is no longer good. Ask your administrator.");
            invitation.AcceptedAt = context.Now;
            person.PasswordHash = act.PasswordHash;
            person.SecurityStamp = Ids.New().ToString("N");
            person.AccessFailedCount = 0;
            person.LockoutEnd = null;
            context.Happened(new PasswordChanged(invitation.Person), invitation.Person);
            return person.Email!;
        }
    }
}
