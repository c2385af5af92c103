using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Does an act, or, where whoever does it may not do it alone, asks a second person to say yes to it.</summary>
/// <param name="Why">Said to the second person, and on record.</param>
[Needs(Permission.SignedIn)]
public sealed record Propose(IAct Act, string Why = "") : IAct<Propose.Proposed>
{
    /// <param name="Waits">For a second person; null where it is done.</param>
    public sealed record Proposed(CountersignatureId? Waits);

    internal static readonly Refusal NoReason =
        new("countersignature.no-reason", "A second person has to say yes to this: write why, for them to read.", nameof(Why));

    internal sealed class Handler(IEnumerable<ICountersigned> kinds) : IHandle<Propose, Proposed>
    {
        public async Task<Outcome<Proposed>> Handle(Propose act, ActContext context, CancellationToken stop)
        {
            if (kinds.SingleOrDefault(known => known.Act == act.Act.GetType()) is not { } kind
                || Needed.Of(kind.Act) is not { } permission || !context.Who.May(permission))
                return new Refusal("access.denied", $"{context.Who.Name} may not do this.");
            var done = await kind.DoAsync(act.Act, context, stop);
            if (done.Allowed)
                return new Proposed(null);
            if (done.Refusals[0] != Countersigned.Needed)
                return done.As<Proposed>();
            if (act.Why.Shown().Length == 0)
                return NoReason;
            if (act.Why.Length > 500)
                return new Refusal("countersignature.long-reason", "Keep it within 500 characters.", nameof(Why));
            if (await AskedAlreadyAsync(act, kind, context, stop) is { } waits)
                return new Proposed(waits);
            var matter = await kind.MatterAsync(context.Db, act.Act, context.Now, stop);
            return Ask(act, kind, matter, context);
        }

        /// <summary>Pressed twice it is asked for once.</summary>
        private static async Task<CountersignatureId?> AskedAlreadyAsync(
            Propose act, ICountersigned kind, ActContext context, CancellationToken stop)
        {
            var (me, body) = (context.Who.Id, WorkJson.Write(act.Act));
            return (await CountersignatureRow.Open(context.Db, context.Now)
                .FirstOrDefaultAsync(row => row.AskedBy == me && row.What == kind.What && row.Body == body, stop))?.Id;
        }

        private static Proposed Ask(Propose act, ICountersigned kind, Countersigned.Matter matter, ActContext context)
        {
            var id = Ids.New<CountersignatureId>();
            var row = new CountersignatureRow
            {
                Id = id,
                What = kind.What,
                Subject = matter.Subject ?? id.Value,
                Body = WorkJson.Write(act.Act),
                Words = matter.Words,
                Why = CardMask.Apply(act.Why.Shown()),
                AskedBy = context.Who.Id,
                AskedAt = context.Now,
            };
            context.Db.Add(row);
            context.Happened(new CountersignatureAsked(id, kind.What, row.Why, row.MatterHash()), row.Subject, null);
            return new Proposed(row.Id);
        }
    }
}
