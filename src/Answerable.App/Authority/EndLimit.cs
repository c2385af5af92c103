using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Ends a limit now or at a later moment. It stays as it was for everything judged by it.</summary>
[Needs(Permission.SetAuthority)]
public sealed record EndLimit(LimitId Limit, DateTimeOffset? To = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<EndLimit, Done>
    {
        public async Task<Outcome<Done>> Handle(EndLimit act, ActContext context, CancellationToken stop)
        {
            var found = await LimitRow.OpenAsync(context.Db, act.Limit, context.Now, stop);
            if (!found.Allowed)
                return found.As<Done>();
            var row = found.Value;
            // What a second person says yes to only after the moment it was asked for is done then.
            var to = act.To is { } asked && (asked > context.Now || context.AskedBy is null) ? asked : context.Now;
            if (to < context.Now)
                return new Refusal("authority.past", "What was judged by it stays judged: end it now or later.", nameof(To));
            var ended = to < row.From ? row.From : to;
            if (await OwnLimit.WidensAsync(context, row.DecisionKind,
                limits => [.. limits.Select(limit => limit.Id == row.Id ? limit with { To = ended } : limit)], stop))
                return Countersigned.Needed;
            // One that has not begun ends as it begins, and so never binds.
            row.To = ended;
            context.Happened(new LimitEnded(row.Id, row.To.Value), act.Limit);
            context.Tell("authority");
            return Done.It;
        }
    }

    internal sealed class Together(IHandle<EndLimit, Done> handler) : Countersigned<EndLimit, Done>("limit-end", handler)
    {
        protected override async Task<Countersigned.Matter> MatterAsync(
            AnswerableDb db, EndLimit act, DateTimeOffset now, CancellationToken stop)
        {
            var row = await db.Set<LimitRow>().AsNoTracking().SingleAsync(known => known.Id == act.Limit.Value, stop);
            var said = await LimitSaid.OfAsync(db, row.DecisionKind, stop);
            var limit = row.Limit();
            // What binds a person whose own ends is not written out: which role's it is turns on their role of that day.
            return new Countersigned.Matter(row.Id, $"{said.Kind}: the limit for {await LimitSaid.WhomAsync(db, limit, stop)}, {said.Of(limit)}, ends"
                + (limit.Person is null ? "" : ", and that of their role binds"));
        }

        protected override Task<bool> StandsAsync(AnswerableDb db, EndLimit act, DateTimeOffset now, CancellationToken stop) =>
            db.Set<LimitRow>().AnyAsync(row => row.Id == act.Limit.Value && (row.To == null || row.To > now), stop);
    }
}
