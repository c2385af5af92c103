using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Signs in with a passkey that has answered: it stands for password and second factor, for its device has seen who holds it. Each answer
/// opens once: one to what was asked before the last that opened is used up.</summary>
/// <param name="AskedAt">When it was asked for.</param>
[Needs(Permission.Anyone)]
public sealed record SignInByPasskey(ShownPasskey Passkey, DateTimeOffset AskedAt) : IAct<Entrance>
{
    public Caller From { get; init; } = Caller.Unknown;

    internal sealed class Handler(SignInLimits limits) : IHandle<SignInByPasskey, Entrance>
    {
        private static readonly Refusal UsedUp = new("sign-in.passkey", "That passkey was not taken. Try again, or sign in with your password.");

        public async Task<Outcome<Entrance>> Handle(SignInByPasskey act, ActContext context, CancellationToken stop)
        {
            var (db, shown) = (context.Db, act.Passkey);
            if (await db.Set<PasskeyRow>().SingleOrDefaultAsync(row => row.Credential == shown.Credential && row.Person == shown.Person, stop)
                    is not { } row || await db.Set<Credentials>().FindAsync([row.Person], stop) is not { } credentials)
                return new Entrance.TurnedAway(UsedUp);
            // Devices that count say so: one that has counted less than before is a copy.
            if (act.AskedAt <= row.UsedAt || (row.SignCount > 0 && shown.SignCount <= row.SignCount))
                return Door.TurnAway(context, credentials, UsedUp);
            (row.UsedAt, row.SignCount, row.BackedUp) = (context.Now, shown.SignCount, shown.BackedUp);
            var tries = await WrongTries.OfAsync(db, limits, credentials, act.From, stop);
            return await Door.LetInAsync(context, credentials, secondFactor: true, tries, act.From, stop);
        }
    }
}
