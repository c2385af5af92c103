using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>Where the journal ends now, said under its key, to be kept outside.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record JournalAnchor : IReading<Anchor>
{
    internal sealed class Reader : IAnswer<JournalAnchor, Anchor>
    {
        public async Task<Outcome<Anchor>> Answer(JournalAnchor reading, ReadingContext context, CancellationToken stop)
        {
            var chain = (await context.Db.Set<ChainKeyRow>().SingleAsync(stop)).Open(context.Db.Master);
            var head = await context.Db.Set<JournalHeadRow>().SingleAsync(stop);
            if (head.Number == 0)
                return new Refusal("journal.empty", "The journal has no line yet: there is nothing to anchor.");
            return Anchor.Of(context.Now, head, chain);
        }
    }
}
