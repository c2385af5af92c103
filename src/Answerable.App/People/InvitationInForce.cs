using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Whom a one-time way in is for, while it is good.</summary>
[Needs(Permission.Anyone)]
public sealed record InvitationInForce(string Token) : IReading<InvitationInForce.Invitee>
{
    public sealed record Invitee(string Name, string Email);

    internal sealed class Reader : IAnswer<InvitationInForce, Invitee>
    {
        public async Task<Outcome<Invitee>> Answer(InvitationInForce reading, ReadingContext context, CancellationToken stop)
        {
            var hash = InvitationRow.HashOf(reading.Token);
            var invitation = await context.Db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.TokenHash == hash && row.AcceptedAt == null, stop);
            if (invitation is null || invitation.ExpiresAt <= context.Now)
                return new Refusal("invitation.lapsed", "This invitation has been used or has lapsed. Ask your administrator for a new one.");
            var person = await context.Db.Users.SingleAsync(row => row.Id == invitation.Person.Value, stop);
            return new Invitee(person.DisplayName, person.Email!);
        }
    }
}
