using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Signs in with a password. It is judged beside the writer, for that takes a tenth of a second. Of an address nobody has only that it was
/// tried is kept, and that as a hash.</summary>
[Needs(Permission.Anyone)]
public sealed record SignIn([ToTheLetter] string Email, [ToTheLetter] string Password) : IAct<Entrance>
{
    public Caller From { get; init; } = Caller.Unknown;

    // What was typed stands in no log.
    public override string ToString() => nameof(SignIn);

    internal sealed class Handler(PasswordJudge judge, SignInLimits limits, CentreInForce centre) : IHandle<SignIn, JudgedPassword, Entrance>
    {
        public async Task<Outcome<JudgedPassword>> Prepare(SignIn act, ReadingContext context, CancellationToken stop)
        {
            var normal = Credentials.Normal(act.Email);
            var credentials = await Credentials.OfAsync(context.Db.Set<Credentials>(), act.Email, stop);
            var tries = await WrongTries.OfAsync(context.Db, limits, credentials?.NormalizedEmail ?? normal, credentials?.Id, act.From, stop);
            // Guesses that are not listened to must not keep the processor busy.
            if (tries.WaitsAt(context.Now))
                return new JudgedPassword(credentials?.Id, false, null, null);
            var judged = judge.Judge(credentials, act.Password);
            // Everybody knows the invented people's password: where nothing is invented it opens nothing, whoever has it.
            return act.Password == PasswordRules.OfDemo && !(await centre.NowAsync()).Demo ? judged with { Right = false } : judged;
        }

        public async Task<Outcome<Entrance>> Decide(SignIn act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            var credentials = prepared.Person is { } id ? await context.Db.Set<Credentials>().FindAsync([id], stop) : null;
            var tries = await WrongTries.OfAsync(
                context.Db, limits, credentials?.NormalizedEmail ?? Credentials.Normal(act.Email), credentials?.Id, act.From, stop);
            var why = await Door.JudgeAsync(context, credentials, prepared, tries, stop);
            if (credentials is null)
                return new Entrance.TurnedAway(why ?? Door.Wrong);
            if (why is not null)
                return Door.TurnAway(context, credentials, why);
            if (!await Session.MayOpenAsync(context.Db, credentials.Id, stop))
                return Door.TurnAway(context, credentials, Door.Deactivated);
            credentials.PasswordHash = prepared.Renewed ?? credentials.PasswordHash;
            return credentials.TwoFactorEnabled
                ? new Entrance.AsksForCode(credentials.Id, credentials.SecurityStamp!)
                : await Door.LetInAsync(context, credentials, secondFactor: false, tries, act.From, stop);
        }
    }
}
