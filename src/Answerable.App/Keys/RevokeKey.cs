using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Keys;

/// <summary>Ends a key: from now on nothing is taken under it. What it delivered stays.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record RevokeKey(KeyId Key, string Reason = "") : IAct<Done>
{
    internal sealed class Handler : IHandle<RevokeKey, Done>
    {
        public async Task<Outcome<Done>> Handle(RevokeKey act, ActContext context, CancellationToken stop)
        {
            var key = await context.Db.Set<KeyRow>().SingleOrDefaultAsync(row => row.Id == act.Key, stop);
            if (key is null)
                return new Refusal("not-found", "There is no such key.");
            if (key.RevokedAt is not null)
                return new Refusal("key.revoked", $"The key '{key.Name}' was revoked before.");
            key.Revoke(context, act.Reason.Shown());
            return Done.It;
        }
    }
}
