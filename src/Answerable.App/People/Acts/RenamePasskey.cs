using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Calls one of one's own passkeys something else.</summary>
[Needs(Permission.SignedIn)]
public sealed record RenamePasskey(Guid Passkey, string Name) : IAct<Done>
{
    internal sealed class Handler : IHandle<RenamePasskey, Done>
    {
        public async Task<Outcome<Done>> Handle(RenamePasskey act, ActContext context, CancellationToken stop)
        {
            var (me, name) = (context.Who.Id, act.Name.Shown());
            if (name.Length is 0 or > AddPasskey.LongestName)
                return new Refusal("passkey.name",
                    $"Give it a name of up to {AddPasskey.LongestName} characters, such as My telephone.", nameof(Name));
            if (!name.ReadsAsItIs())
                return ShownText.Misleading(nameof(Name));
            if (await context.Db.Set<PasskeyRow>().SingleOrDefaultAsync(row => row.Id == act.Passkey && row.Person == me, stop) is not { } row)
                return new Refusal("not-found", "That passkey is not there any more.");
            row.Name = CardMask.Apply(name);
            return Done.It;
        }
    }
}
