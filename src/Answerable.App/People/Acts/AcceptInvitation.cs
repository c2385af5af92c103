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
            var found = await InvitationRow.OfAsync(context.Db, act.Token, context.Now, stop);
            if (!found.Allowed)
                return found.As<string>();
            var invitation = found.Value;
            var email = (await CredentialsAsync(context.Db, invitation, stop)).Email!;
            var name = await context.Db.Set<PersonRow>().Where(row => row.Id == invitation.Person).Select(row => row.Name).SingleAsync(stop);
            var refusals = PasswordRules.Check(act.Password, act.Again, email, name);
            return refusals.Count > 0 ? refusals : judge.Hash(act.Password);
        }

        public async Task<Outcome<string>> Decide(AcceptInvitation act, string prepared, ActContext context, CancellationToken stop)
        {
            var found = await InvitationRow.OfAsync(context.Db, act.Token, context.Now, stop);
            if (!found.Allowed)
                return found.As<string>();
            var invitation = found.Value;
            invitation.AcceptedAt = context.Now;
            var credentials = await CredentialsAsync(context.Db, invitation, stop);
            credentials.PasswordHash = prepared;
            await WrongTries.ForgetAsync(context.Db, invitation.Person, stop);
            credentials.EndSessions(context);
            context.Happened(new PasswordChanged(invitation.Person), invitation.Person);
            return credentials.Email!;
        }

        private static Task<Credentials> CredentialsAsync(AnswerableDb db, InvitationRow invitation, CancellationToken stop) =>
            db.Set<Credentials>().SingleAsync(row => row.Id == invitation.Person, stop);
    }
}
