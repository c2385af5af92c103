using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.People;

/// <summary>Takes one's own second factor off, with one's password; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record TurnSecondFactorOff([ToTheLetter] string Current) : IAct<Entrance>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(TurnSecondFactorOff);

    internal sealed class Handler(PasswordJudge judge) : IHandle<TurnSecondFactorOff, JudgedPassword, Entrance>
    {
        private static readonly Refusal Demanded =
            new("second-factor.demanded", "A second factor is demanded of your role here: it cannot be turned off.");

        private static readonly Refusal Off = new("second-factor.off", "Your second factor is off already.");

        public async Task<Outcome<JudgedPassword>> Prepare(TurnSecondFactorOff act, ReadingContext context, CancellationToken stop) =>
            await judge.OwnAsync(context, act.Current, stop);

        public async Task<Outcome<Entrance>> Decide(TurnSecondFactorOff act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            var demanded = (await SignInRulesRow.OfAsync(context.Db, stop)).DemandsOf(await HeldRoles.OfAsync(context.Db, context.Who.Id, stop));
            var off = await context.Db.Set<Credentials>().FindAsync([context.Who.Id], stop) is { TwoFactorEnabled: false };
            return await OwnCredentials.ChangeAsync(context, prepared, async credentials =>
            {
                await SecondFactorRows.ClearAsync(context.Db, credentials.Id, stop);
                (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (false, null);
                context.Happened(new SecondFactorSet(credentials.Id, On: false), credentials.Id);
            }, stop, off ? Off : demanded ? Demanded : null);
        }
    }
}
