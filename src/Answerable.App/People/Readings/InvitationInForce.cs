using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Whom a one-time way in is for, while it is good.</summary>
[Needs(Permission.Anyone)]
[Unscoped("shows one invitation to whoever holds its secret")]
public sealed record InvitationInForce(string Token) : IReading<InvitationInForce.Invitee>
{
    public sealed record Invitee(string Name, string Email);

    internal sealed class Reader : IAnswer<InvitationInForce, Invitee>
    {
        public async Task<Outcome<Invitee>> Answer(InvitationInForce reading, ReadingContext context, CancellationToken stop)
        {
            var found = await InvitationRow.OfAsync(context.Db, reading.Token, context.Now, stop);
            if (!found.Allowed)
                return found.As<Invitee>();
            var person = found.Value.Person;
            var name = await context.Db.Set<PersonRow>().Where(row => row.Id == person).Select(row => row.Name).SingleAsync(stop);
            return new Invitee(name,
                await context.Db.Set<Credentials>().Where(row => row.Id == person).Select(row => row.Email!).SingleAsync(stop));
        }
    }
}
