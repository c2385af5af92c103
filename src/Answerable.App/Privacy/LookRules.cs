using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>For how long it is kept who looked at customers' data.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record LookRules : IReading<LookRules.View>
{
    public sealed record View(int Days, long Revision);

    internal sealed class Reader : IAnswer<LookRules, View>
    {
        public async Task<Outcome<View>> Answer(LookRules reading, ReadingContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<LookRulesRow>().SingleAsync(stop);
            return new View(row.Days, row.Revision);
        }
    }
}
