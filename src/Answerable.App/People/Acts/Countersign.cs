using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// Says yes, as the second person, to what another may not do alone, and it is done; or no. Whoever asked takes it back by a no.
/// Whoever holds the machine is a second person to all, by the command line, on record as that.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record Countersign(CountersignatureId Id, bool Given) : IAct<Done>
{
    internal sealed class Handler(IEnumerable<ICountersigned> kinds) : IHandle<Countersign, Done>
    {
        private static readonly Refusal Gone = new("not-found", "Nothing of this kind waits for a second person any more.");
        private static readonly Refusal Own = new("countersignature.own", "You asked for it yourself: somebody else says yes to it.");
        private static readonly Refusal Concerned = new("countersignature.concerned", "It concerns yourself: somebody else says yes to it.");
        private static readonly Refusal Tied = new("countersignature.let-in",
            "One of you came here by the other, or both by one third person, within the last week: somebody else says yes to it, or you do later.");
        private static readonly Refusal NoLonger =
            new("countersignature.no-longer", "Whoever asked for it may not do it any more. Say no to it, or do it yourself.");

        public async Task<Outcome<Done>> Handle(Countersign act, ActContext context, CancellationToken stop)
        {
            if (await CountersignatureRow.Open(context.Db, context.Now).SingleOrDefaultAsync(row => row.Id == act.Id, stop) is not { } row)
                return Gone;
            var kind = kinds.Single(known => known.What == row.What);
            var mine = row.AskedBy == context.Who.Person;
            if (Needed.Of(kind.Act) is not { } permission || (!mine && !context.Who.May(permission)))
                return Gone;
            if (act.Given && mine)
                return Own;
            (row.SettledBy, row.SettledAt, row.Given) = (context.Who.Person, context.Now, act.Given);
            if (act.Given)
                return await GiveAsync(kind, permission, row, context, stop);
            context.Happened(new CountersignatureWithheld(row.Id), row.Subject, null);
            return Done.It;
        }

        private static async Task<Outcome<Done>> GiveAsync(
            ICountersigned kind, Permission permission, CountersignatureRow row, ActContext context, CancellationToken stop)
        {
            var asked = kind.Read(row.Body);
            if ((await kind.MatterAsync(context.Db, asked, context.Now, stop)).Concerns is { } concerned && concerned == context.Who.Person)
                return Concerned;
            if (context.Who.Person is { } me && await LetIn.BetweenAsync(context.Db, row.AskedBy, me, permission, context.Now, stop) is not null)
                return Tied;
            if (!await Countersigned.MayAskAsync(context.Db, row.AskedBy, kind, stop))
                return NoLonger;
            context.Happened(new CountersignatureGiven(row.Id), row.Subject, null);
            context.AskedBy = row.AskedBy;
            return await kind.DoAsync(asked, context, stop);
        }
    }
}
