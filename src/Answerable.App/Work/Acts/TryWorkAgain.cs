using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>Puts work that was given up back into the outbox, to be begun at once.</summary>
[Needs(Permission.AdministerSystem)]
public sealed record TryWorkAgain(WorkId Work) : IAct<Done>
{
    internal sealed class Handler : IHandle<TryWorkAgain, Done>
    {
        public async Task<Outcome<Done>> Handle(TryWorkAgain act, ActContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<OutboxRow>().SingleOrDefaultAsync(row => row.Id == act.Work && row.State == WorkState.Failed, stop);
            if (row is null)
                return new Refusal("work.not-given-up", "This has been tried again already, or is not kept any more.");
            row.BeginAnew(context.Now);
            context.Tell(Outbox.Topic);
            return Done.It;
        }
    }
}
