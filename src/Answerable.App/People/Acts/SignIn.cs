using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Signs in with a password. It is judged beside the writer, for that takes a tenth of a second. An address nobody has is not written
/// down.</summary>
[Needs(Permission.Anyone)]
public sealed record SignIn(string Email, string Password) : IAct<Entrance>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(SignIn);

    internal sealed class Handler(PasswordJudge judge) : IHandle<SignIn, JudgedPassword, Entrance>
    {
        public async Task<Outcome<JudgedPassword>> Prepare(SignIn act, ReadingContext context, CancellationToken stop)
        {
            var normal = Credentials.Normal(act.Email);
            return judge.Judge(await context.Db.Set<Credentials>().SingleOrDefaultAsync(row => row.NormalizedEmail == normal, stop), act.Password);
        }

        public async Task<Outcome<Entrance>> Decide(SignIn act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            if (prepared.Person is not { } id || await context.Db.Set<Credentials>().FindAsync([id], stop) is not { } credentials)
                return new Entrance.TurnedAway(Door.Wrong);
            if (Door.Judge(context, credentials, prepared) is { } why)
                return Door.TurnAway(context, credentials, why);
            if (await Session.OfAsync(context.Db, id, stop) is null)
                return Door.TurnAway(context, credentials, Door.Deactivated);
            credentials.PasswordHash = prepared.Renewed ?? credentials.PasswordHash;
            return credentials.TwoFactorEnabled
                ? new Entrance.AsksForCode(id, credentials.SecurityStamp!)
                : await Door.LetInAsync(context, credentials, secondFactor: false, stop);
        }
    }
}
