using Answerable.App.Operations;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Work;

/// <summary>The servers at work, what waits in the outbox or was given up, and the timetable.</summary>
internal sealed class WorkStands(IDbContextFactory<AnswerableDb> databases, IEnumerable<RoundWords> words, TimeProvider time) : IStands
{
    private const int MostShown = 20;
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = time.GetUtcNow();
        return [.. await NodesAsync(db, now, stop), .. await OutboxAsync(db, now, stop), .. await RoundsAsync(db, now, stop)];
    }

    private static async Task<IEnumerable<HealthLine>> NodesAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop)
    {
        const string Group = "Servers";
        var nodes = await db.Set<NodeRow>().AsNoTracking().OrderBy(row => row.StartedAt).ToListAsync(stop);
        if (nodes.Count == 0)
            return [new HealthLine(Group, "Servers", "none is at work", Condition.Look, "Start the server.")];
        return nodes.Select(node => now - node.SeenAt > Silent
            ? new HealthLine(Group, node.Name, "has said nothing since", Condition.Look,
                "It was killed, or hangs: what it had is done by the others. It goes from here after an hour.", node.SeenAt)
            : new HealthLine(Group, node.Name, $"up for {Spans.Words(now - node.StartedAt)}, heard of", At: node.SeenAt));
    }

    private static async Task<IEnumerable<HealthLine>> OutboxAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop)
    {
        const string Group = "Outbox";
        var rows = db.Set<OutboxRow>().AsNoTracking();
        var waiting = await rows.Where(row => row.State == WorkState.Waiting).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Oldest = all.Min(row => row.AskedAt) }).SingleOrDefaultAsync(stop);
        var held = waiting is not null && now - waiting.Oldest > Late;
        var givenUp = await rows.Where(row => row.State == WorkState.Failed).OrderByDescending(row => row.EndedAt).Take(MostShown).ToListAsync(stop);
        return
        [
            waiting is null
                ? new HealthLine(Group, "Waiting", "nothing")
                : new HealthLine(Group, "Waiting", $"{waiting.Count}, the oldest since", held ? Condition.Look : Condition.Well,
                    held ? await WhyAsync(rows, stop) : null, waiting.Oldest),
            .. givenUp.Select(row =>
                new HealthLine(Group, row.Doing.Length > 0 ? row.Doing : row.Kind, "given up", Condition.Amiss, row.Reason, row.EndedAt)
                { GivenUp = row.Id }),
        ];
    }

    private static async Task<string> WhyAsync(IQueryable<OutboxRow> rows, CancellationToken stop) =>
        await rows.Where(row => row.State == WorkState.Waiting && row.Reason != null).OrderBy(row => row.AskedAt).Select(row => row.Reason)
            .FirstOrDefaultAsync(stop) ?? "See that a server is at work.";

    /// <summary>One of another version, whose words nobody has here, by its name as people read it: ForgetLooks is Forget looks.</summary>
    private string Called(string name) => words.FirstOrDefault(round => round.Name == name)?.Words
        ?? string.Concat(name.Select((sign, place) => place > 0 && char.IsUpper(sign) ? $" {char.ToLowerInvariant(sign)}" : $"{sign}"));

    private async Task<IEnumerable<HealthLine>> RoundsAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop)
    {
        var rows = await db.Set<RoundRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(stop);
        return rows.Select(row => LineOf(row, now));
    }

    private HealthLine LineOf(RoundRow row, DateTimeOffset now)
    {
        const string Group = "Timetable";
        if (row.HasFailed)
            return new HealthLine(Group, Called(row.Name), "failed", Condition.Amiss,
                $"It is tried again every {Spans.Words(row.Every)}. If it stays, see the log.", row.FailedAt)
            { Next = row.FailedAt + row.Every };
        if (row.IsLate(now))
            return new HealthLine(Group, Called(row.Name), $"every {Spans.Words(row.Every)}, last seen to", Condition.Look,
                "It is late: see that a server is at work.", row.RanAt);
        return row.BegunAt is { } begun
            ? new HealthLine(Group, Called(row.Name), "at work since", At: begun)
            : new HealthLine(Group, Called(row.Name), $"every {Spans.Words(row.Every)}, last seen to", At: row.RanAt)
            { Next = row.Every > RoundNotes.Often ? row.RanAt + row.Every : null };
    }
}
