using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Puts a kept mapping away: files with its headings are read by it no more.</summary>
[Needs(Permission.ImportData)]
public sealed record ForgetMapping(string Name) : IAct<Done>
{
    internal sealed class Handler : IHandle<ForgetMapping, Done>
    {
        public async Task<Outcome<Done>> Handle(ForgetMapping act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<KeptMappingRow>().SingleOrDefaultAsync(row => row.Name == act.Name, stop) is not { } kept)
                return new Refusal("not-found", "There is no mapping kept by that name any more.");
            context.Db.Remove(kept);
            return Done.It;
        }
    }
}
