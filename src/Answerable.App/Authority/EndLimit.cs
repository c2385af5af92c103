using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.App.Authority;

/// <summary>Ends a limit now or at a later moment. It stays as it was for everything judged by it.</summary>
[Needs(Permission.SetAuthority)]
public sealed record EndLimit(LimitId Limit, DateTimeOffset? To = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<EndLimit, Done>
    {
        public async Task<Outcome<Done>> Handle(EndLimit act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<LimitRow>().FindAsync([act.Limit.Value], stop) is not { } row)
                return AuthorityRefusals.NoSuchLimit;
            var to = act.To ?? context.Now;
            if (row.To <= context.Now)
                return new Refusal("authority.ended", "This limit has ended already.");
            if (to < context.Now)
                return new Refusal("authority.past", "What was judged by it stays judged: end it now or later.", nameof(To));
            // One that has not begun ends as it begins, and so never binds.
            row.To = to < row.From ? row.From : to;
            context.Happened(new LimitEnded(row.Id, row.To.Value), act.Limit);
            context.Tell("authority");
            return Done.It;
        }
    }
}
