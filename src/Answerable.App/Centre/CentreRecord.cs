using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Centre;

/// <summary>The centre's settings, to be looked at and changed.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record CentreRecord : IReading<CentreRecord.Finding>
{
    /// <param name="CurrencyHeldAt">Since when the currency cannot be changed.</param>
    /// <param name="Queues">Those known, by name.</param>
    public sealed record Finding(CentreSettings Settings, DateTimeOffset? CurrencyHeldAt, long Revision, IReadOnlyList<string> Queues);

    internal sealed class Reader(KnownQueues queues) : IAnswer<CentreRecord, Finding>
    {
        public async Task<Outcome<Finding>> Answer(CentreRecord reading, ReadingContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            return new Finding(row.Read(), row.CurrencyHeldAt, row.Revision, await queues.OfAsync(context.Db, row.Opening(), stop));
        }
    }
}
