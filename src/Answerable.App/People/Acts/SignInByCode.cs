using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>
/// Goes on where the password was right, with a code of the authenticator or a recovery code. Each opens once; wrong ones count as wrong
/// passwords do.
/// </summary>
/// <param name="Stamp">The one the password was right under.</param>
[Needs(Permission.Anyone)]
public sealed record SignInByCode(PersonId Person, [ToTheLetter] string Stamp, string Code) : IAct<Entrance>
{
    public Caller From { get; init; } = Caller.Unknown;

    internal sealed class Handler(SignInLimits limits) : IHandle<SignInByCode, Entrance>
    {
        private static readonly Refusal WrongCode = new("sign-in.second-factor",
            "That code is not right, or was used before. Codes last half a minute: wait for the next one.");

        public async Task<Outcome<Entrance>> Handle(SignInByCode act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<Credentials>().FindAsync([act.Person], stop) is not { } credentials)
                return new Entrance.TurnedAway(Door.Changed);
            if (credentials.SecurityStamp != act.Stamp || !credentials.TwoFactorEnabled)
                return Door.TurnAway(context, credentials, Door.Changed);
            var tries = await WrongTries.OfAsync(context.Db, limits, credentials, act.From, stop);
            if (tries.WaitsAt(context.Now))
                return Door.TurnAway(context, credentials, Door.Locked);
            if (await OpensAsync(act.Code.Replace(" ", "", StringComparison.Ordinal), credentials, context, stop))
                return await Door.LetInAsync(context, credentials, secondFactor: true, tries, act.From, stop);
            await tries.CountAsync(context.Now, stop);
            return Door.TurnAway(context, credentials, WrongCode);
        }

        private static async Task<bool> OpensAsync(string code, Credentials credentials, ActContext context, CancellationToken stop)
        {
            var key = await SecondFactorRows.KeyAsync(context.Db, credentials.Id, stop);
            if (key is not null && OneTimeCode.StepOf(key, code, context.Now, credentials.LastCodeStep) is { } step)
            {
                credentials.LastCodeStep = step;
                return true;
            }
            if (await SecondFactorRows.UseAsync(context.Db, credentials.Id, code, stop) is not { } left)
                return false;
            context.Happened(new RecoveryCodeUsed(credentials.Id, left), credentials.Id);
            return true;
        }
    }
}
