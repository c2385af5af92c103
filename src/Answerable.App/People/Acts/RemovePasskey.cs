using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Takes one of one's own passkeys away, with one's password; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record RemovePasskey(Guid Passkey, [ToTheLetter] string Current) : IAct<Entrance>
{
    // What was typed stands in no log.
    public override string ToString() => nameof(RemovePasskey);

    internal sealed class Handler(PasswordJudge judge) : IHandle<RemovePasskey, JudgedPassword, Entrance>
    {
        public async Task<Outcome<JudgedPassword>> Prepare(RemovePasskey act, ReadingContext context, CancellationToken stop) =>
            await judge.OwnAsync(context, act.Current, stop);

        public async Task<Outcome<Entrance>> Decide(RemovePasskey act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            var me = context.Who.Id;
            if (await context.Db.Set<PasskeyRow>().SingleOrDefaultAsync(row => row.Id == act.Passkey && row.Person == me, stop) is not { } row)
                return new Refusal("not-found", "That passkey is not there any more.");
            return await OwnCredentials.ChangeAsync(context, prepared, _ =>
            {
                context.Db.Remove(row);
                context.Happened(new PasskeyRemoved(me, row.Id), me);
                return Task.CompletedTask;
            }, stop);
        }
    }
}
