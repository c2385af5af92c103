using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Mail;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Sends a person the one-time way in that was just made for them, to the address they sign in with.</summary>
/// <param name="Token">Of the way in, which is shown this once: whoever sends it has it before them.</param>
/// <param name="Link">The whole address, as the person is to open it.</param>
[Needs(Permission.AdministerPeople)]
public sealed record MailInvitation(PersonId Person, [ToTheLetter] string Token, [ToTheLetter] string Link) : IAct<Done>
{
    public static readonly Refusal Spent = new("invitation.spent", "This link does not open any more. Make a new one on the person's page.");

    internal sealed class Handler : IHandle<MailInvitation, Done>
    {
        public async Task<Outcome<Done>> Handle(MailInvitation act, ActContext context, CancellationToken stop)
        {
            var hash = InvitationRow.HashOf(act.Token);
            var way = await context.Db.Set<InvitationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Person == act.Person
                && row.TokenHash == hash && row.AcceptedAt == null && row.ExpiresAt > context.Now, stop);
            if (way is null || await context.Db.Set<Credentials>().FindAsync([act.Person], stop) is not { Email: { } address })
                return Spent;
            var receiver = await context.Db.Set<PersonRow>().Where(row => row.Id == act.Person).Select(row => row.Name).SingleAsync(stop);
            var letter = LetterOf(act, context.Who.Name, (address, receiver), await CentreRow.OfAsync(context.Db, stop), way.ExpiresAt);
            if (await context.MailAsync(letter, "Sending a way in by mail", stop) is { Allowed: false } refused)
                return refused.Refusals[0];
            context.Happened(new InvitationMailed(act.Person), act.Person);
            return Done.It;
        }

        private static Letter LetterOf(
            MailInvitation act, string from, (string Address, string Name) to, CentreRow centre, DateTimeOffset until)
        {
            var local = TimeZoneInfo.ConvertTime(until, TimeZoneInfo.FindSystemTimeZoneById(centre.Zone));
            var ends = local.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
            return new Letter(to.Address, $"Your way into {centre.Name}",
                $"{to.Name},\n\n{from} has made you a way into {centre.Name}. Open this link and choose a password:\n\n{act.Link}\n\n"
                + $"It opens once, until {ends} ({centre.Zone}). If you do not know what this is about, throw it away: nothing happens.\n");
        }
    }
}
