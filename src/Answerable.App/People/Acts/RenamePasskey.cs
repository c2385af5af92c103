using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
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
            var me = context.Who.Id;
            if (PasskeyName.Refused(act.Name) is { } refused)
                return refused;
            if (await context.Db.Set<PasskeyRow>().SingleOrDefaultAsync(row => row.Id == act.Passkey && row.Person == me, stop) is not { } row)
                return new Refusal("not-found", "That passkey is not there any more.");
            row.Name = act.Name.Shown();
            return Done.It;
        }
    }
}
