using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>Replaces one's own password; every other place one is signed in ends.</summary>
/// <param name="Current">The one there is: a screen left open must not be enough.</param>
[Needs(Permission.SignedIn)]
public sealed record ChangePassword([ToTheLetter] string Current, [ToTheLetter] string Password, [ToTheLetter] string Again) : IAct<Entrance>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(ChangePassword);

    internal sealed record Hashed(JudgedPassword Current, string Hash);

    internal sealed class Handler(PasswordJudge judge) : IHandle<ChangePassword, Hashed, Entrance>
    {
        private static readonly Refusal Same = new("password.same", "That is your password already. Choose another.", nameof(Password));

        public async Task<Outcome<Hashed>> Prepare(ChangePassword act, ReadingContext context, CancellationToken stop)
        {
            if (await context.Db.Set<Credentials>().FindAsync([context.Who.Id], stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            var refusals = PasswordRules.Check(act.Password, act.Again, credentials.Email!, context.Who.Name);
            return refusals.Count > 0 ? refusals : new Hashed(await judge.OwnAsync(context, act.Current, stop), judge.Hash(act.Password));
        }

        public Task<Outcome<Entrance>> Decide(ChangePassword act, Hashed prepared, ActContext context, CancellationToken stop) =>
            OwnCredentials.ChangeAsync(context, prepared.Current, credentials =>
            {
                credentials.PasswordHash = prepared.Hash;
                context.Happened(new PasswordChanged(credentials.Id), credentials.Id);
                return Task.CompletedTask;
            }, stop, act.Password == act.Current ? Same : null);
    }
}
