using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Signs in with a password judged before. An address nobody has is not written down.</summary>
[Needs(Permission.Anyone)]
public sealed record SignIn(JudgedPassword Password) : IAct<Entrance>
{
    internal sealed class Handler : IHandle<SignIn, Entrance>
    {
        public async Task<Outcome<Entrance>> Handle(SignIn act, ActContext context, CancellationToken stop)
        {
            if (act.Password.Person is not { } id || await context.Db.Users.FindAsync([id], stop) is not { } credentials)
                return new Entrance.TurnedAway(Door.Wrong);
            if (Door.Judge(context, credentials, act.Password) is { } why)
                return Door.TurnAway(context, credentials, why);
            if (await Session.OfAsync(context.Db, id, stop) is null)
                return Door.TurnAway(context, credentials, Door.Deactivated);
            credentials.PasswordHash = act.Password.Renewed ?? credentials.PasswordHash;
            return credentials.TwoFactorEnabled
                ? new Entrance.AsksForCode(id, credentials.SecurityStamp!)
                : await Door.LetInAsync(context, credentials, secondFactor: false, stop);
        }
    }
}
