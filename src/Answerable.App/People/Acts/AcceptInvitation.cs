using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Chooses a password by a one-time way in. It is checked and hashed beside the writer, for that takes a tenth of a second.</summary>
[Needs(Permission.Anyone)]
public sealed record AcceptInvitation([ToTheLetter] string Token, [ToTheLetter] string Password, [ToTheLetter] string Again) : IAct<string>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(AcceptInvitation);

    internal sealed class Handler(PasswordJudge judge) : IHandle<AcceptInvitation, string, string>
    {
        public async Task<Outcome<string>> Prepare(AcceptInvitation act, ReadingContext context, CancellationToken stop)
        {
            if (await InForceAsync(act, context.Db, context.Now, stop) is not { } invitation)
                return PeopleRefusals.Lapsed;
            var email = (await CredentialsAsync(context.Db, invitation, stop)).Email!;
            var name = await context.Db.Set<PersonRow>().Where(row => row.Id == invitation.Person).Select(row => row.Name).SingleAsync(stop);
            var refusals = PasswordRules.Check(act.Password, act.Again, email, name);
            return refusals.Count > 0 ? refusals : judge.Hash(act.Password);
        }

        public async Task<Outcome<string>> Decide(AcceptInvitation act, string prepared, ActContext context, CancellationToken stop)
        {
            if (await InForceAsync(act, context.Db, context.Now, stop) is not { } invitation)
                return PeopleRefusals.Lapsed;
            invitation.AcceptedAt = context.Now;
            var credentials = await CredentialsAsync(context.Db, invitation, stop);
            credentials.PasswordHash = prepared;
            await WrongTries.ForgetAsync(context.Db, invitation.Person, stop);
            credentials.EndSessions(context);
            context.Happened(new PasswordChanged(invitation.Person), invitation.Person);
            return credentials.Email!;
        }

        /// <summary>Neither used nor lapsed nor withdrawn, and its person not deactivated.</summary>
        private static async Task<InvitationRow?> InForceAsync(AcceptInvitation act, AnswerableDb db, DateTimeOffset now, CancellationToken stop)
        {
            var hash = InvitationRow.HashOf(act.Token);
            return await db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.TokenHash == hash && row.AcceptedAt == null && row.ExpiresAt > now
                && db.Set<PersonRow>().Any(person => person.Id == row.Person && person.DeactivatedAt == null), stop);
        }

        private static Task<Credentials> CredentialsAsync(AnswerableDb db, InvitationRow invitation, CancellationToken stop) =>
            db.Set<Credentials>().SingleAsync(row => row.Id == invitation.Person, stop);
    }
}
