using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Takes one's own second factor off, with one's password; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record TurnSecondFactorOff(string Current) : IAct<Entrance>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(TurnSecondFactorOff);

    internal sealed class Handler(PasswordJudge judge) : IHandle<TurnSecondFactorOff, JudgedPassword, Entrance>
    {
        public async Task<Outcome<JudgedPassword>> Prepare(TurnSecondFactorOff act, ReadingContext context, CancellationToken stop) =>
            await judge.OwnAsync(context, act.Current, stop);

        public Task<Outcome<Entrance>> Decide(TurnSecondFactorOff act, JudgedPassword prepared, ActContext context, CancellationToken stop) =>
            OwnCredentials.ChangeAsync(context, prepared, async credentials =>
            {
                await SecondFactorRows.ClearAsync(context.Db, credentials.Id, stop);
                (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (false, null);
                context.Happened(new SecondFactorSet(credentials.Id, On: false), credentials.Id);
            }, stop);
    }
}
