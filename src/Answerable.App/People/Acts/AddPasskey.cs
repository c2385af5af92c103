using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Keeps a passkey a browser has made, with one's password: whoever finds a screen open must not leave a way in of their own. Every other
/// session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record AddPasskey(NewPasskey Passkey, string Name, [ToTheLetter] string Current) : IAct<Entrance>
{
    private const int Most = 20;

    // What was typed stands in no log.
    public override string ToString() => nameof(AddPasskey);

    internal sealed class Handler(PasswordJudge judge) : IHandle<AddPasskey, JudgedPassword, Entrance>
    {
        private static readonly Refusal TooMany = new("passkey.too-many", $"You have {Most} passkeys. Remove one that you do not use first.");
        private static readonly Refusal Known = new("passkey.known", "This passkey is yours already.");

        public async Task<Outcome<JudgedPassword>> Prepare(AddPasskey act, ReadingContext context, CancellationToken stop)
        {
            return PasskeyName.Refused(act.Name) is { } refused ? refused : await judge.OwnAsync(context, act.Current, stop);
        }

        public async Task<Outcome<Entrance>> Decide(AddPasskey act, JudgedPassword prepared, ActContext context, CancellationToken stop)
        {
            var me = context.Who.Id;
            if (act.Passkey.Person != me)
                return PeopleRefusals.NotFound;
            var mine = context.Db.Set<PasskeyRow>();
            var amiss = await mine.AnyAsync(row => row.Credential == act.Passkey.Credential, stop) ? Known
                : await mine.CountAsync(row => row.Person == me, stop) >= Most ? TooMany : null;
            return await OwnCredentials.ChangeAsync(context, prepared, _ =>
            {
                var row = Row(act, context);
                mine.Add(row);
                context.Happened(new PasskeyAdded(me, row.Id), me);
                return Task.CompletedTask;
            }, stop, amiss);
        }

        private static PasskeyRow Row(AddPasskey act, ActContext context) => new()
        {
            Id = Ids.New(),
            Credential = act.Passkey.Credential,
            Person = act.Passkey.Person,
            Name = act.Name.Shown(),
            PublicKey = act.Passkey.PublicKey,
            CreatedAt = context.Now,
            SignCount = act.Passkey.SignCount,
            BackupEligible = act.Passkey.BackupEligible,
            BackedUp = act.Passkey.BackedUp,
        };
    }
}
