using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>How far what was erased has gone from the database's own files.</summary>
[Needs(Permission.EraseCustomers), Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ErasureStanding : IReading<ErasureStanding.View>
{
    /// <param name="Since">When the erasure was asked for that is still being overwritten; nothing where all is.</param>
    /// <param name="Hindrance">What it waits for.</param>
    /// <param name="Done">When the last was done.</param>
    public sealed record View(DateTimeOffset? Since, string? Hindrance, DateTimeOffset? Done);

    internal sealed class Handler : IAnswer<ErasureStanding, View>
    {
        public async Task<Outcome<View>> Answer(ErasureStanding reading, ReadingContext context, CancellationToken stop)
        {
            var kind = WorkKind.NameOf(typeof(WipeErased));
            var rows = context.Db.Set<OutboxRow>().Where(row => row.Kind == kind);
            var open = await rows.Where(row => row.State == WorkState.Waiting || row.State == WorkState.Running)
                .OrderBy(row => row.AskedAt).FirstOrDefaultAsync(stop);
            var done = await rows.Where(row => row.State == WorkState.Done).OrderByDescending(row => row.EndedAt).FirstOrDefaultAsync(stop);
            return new View(open?.AskedAt, open?.Reason, done?.EndedAt);
        }
    }
}
