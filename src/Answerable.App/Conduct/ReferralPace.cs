using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>How long referrals to a role take: the median of the last fifty answered, from asking to answer.</summary>
internal static class ReferralPace
{
    private const int Last = 50;

    public static async Task<long?> MedianMsAsync(AnswerableDb db, Role role, CancellationToken stop)
    {
        var closed = await db.Referrals
            .Where(row => row.ToRole == role && row.ClosedAt != null && row.DecidedBy != null)
            .OrderByDescending(row => row.ClosedAt).Take(Last)
            .Select(row => new { row.OpenedAt, row.ClosedAt })
            .ToListAsync(stop);
        if (closed.Count == 0)
            return null;
        var times = closed.ConvertAll(row => (long)(row.ClosedAt!.Value - row.OpenedAt).TotalMilliseconds);
        times.Sort();
        return times[times.Count / 2];
    }
}
