using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>Takes one's own second factor off, with one's password; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record TurnSecondFactorOff(JudgedPassword Password) : IAct<Entrance>
{
    internal sealed class Handler : IHandle<TurnSecondFactorOff, Entrance>
    {
        public Task<Outcome<Entrance>> Handle(TurnSecondFactorOff act, ActContext context, CancellationToken stop) =>
            OwnCredentials.ChangeAsync(context, act.Password, async credentials =>
            {
                await SecondFactorRows.ClearAsync(context.Db, credentials.Id, stop);
                (credentials.TwoFactorEnabled, credentials.LastCodeStep) = (false, null);
                context.Happened(new SecondFactorSet(credentials.Id, On: false), credentials.Id);
            }, stop);
    }
}
