using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Operations;

/// <summary>The database: its kind, size, schema, room and clock.</summary>
internal sealed class DatabaseStands(Dialect dialect, IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    private const string Group = "Database";
    private const long Giga = 1L << 30;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        await using var connection = await dialect.OpenAsync(stop);
        var figures = await dialect.FiguresAsync(connection, stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var script = await db.Database.SqlQueryRaw<int>("SELECT max(number) AS \"Value\" FROM schema_versions").SingleAsync(stop);
        var all = new List<HealthLine>
        {
            new(Group, "Kind", figures.Kind),
            new(Group, "Size", Spans.Size(figures.Bytes)),
            new(Group, "Schema", $"script {script:0000}"),
        };
        if (figures.DiskLeft is { } left)
            all.Add(new HealthLine(Group, "Room on its disk", Spans.Size(left),
                left < Giga ? Condition.Amiss : left < 5 * Giga ? Condition.Look : Condition.Well,
                left < 5 * Giga ? "Make room, or move the database to a larger disk: without room nothing is taken any more." : null));
        if (figures.Clock is { } clock)
            all.Add(ClockStands((clock - time.GetUtcNow()).Duration()));
        return all;
    }

    private static HealthLine ClockStands(TimeSpan apart) => new(Group, "Clock beside this server's", $"{Spans.Words(apart)} apart",
        apart > Apart ? Condition.Look : Condition.Well,
        apart > Apart ? "Have both machines set their clocks by the same time server: work taken over counts on them." : null);
}
