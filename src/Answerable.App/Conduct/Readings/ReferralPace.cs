using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>How referrals go just now: how many wait with whom, and how long the last fifty answered by each role took, from asking to
/// answer.</summary>
internal sealed class ReferralPace
{
    private const int Last = 50;
    private readonly List<Line> _lines;

    private ReferralPace(List<Line> lines) => _lines = lines;

    private sealed record Line(Role To, PersonId? With, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, bool Waits);

    public static async Task<ReferralPace> OfAsync(AnswerableDb db, CancellationToken stop)
    {
        var rows = db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open || row.State == ReferralState.Accepted);
        foreach (var role in Roles.Line)
            rows = rows.Concat(db.Set<ReferralRow>().Where(row => row.ToRole == role && row.ClosedAt != null && row.DecidedBy != null)
                .OrderByDescending(row => row.ClosedAt).Take(Last));
        return new ReferralPace(await rows
            .Select(row => new Line(row.ToRole, row.AcceptedBy ?? row.AssignedTo, row.OpenedAt, row.ClosedAt, row.State == ReferralState.Open
                || row.State == ReferralState.Accepted))
            .ToListAsync(stop));
    }

    public int WaitingWith(PersonId person) => _lines.Count(line => line.Waits && line.With == person);

    /// <summary>The median; null where none has been answered yet.</summary>
    public long? MedianMs(Role role)
    {
        var times = _lines.Where(line => !line.Waits && line.To == role)
            .Select(line => (long)(line.ClosedAt!.Value - line.OpenedAt).TotalMilliseconds).Order().ToArray();
        return times.Length == 0 ? null : times[times.Length / 2];
    }
}
