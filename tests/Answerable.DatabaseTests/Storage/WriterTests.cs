using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

public sealed class WriterTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 9, 8, 0, 0, TimeSpan.Zero);

    private static Entry Arrival(string key) =>
        Entry.Of(new ContactArrived(Channel.Phone, "general"), At, FactKind.Live, "test", key, Ids.New(), null);

    [Theory, EachDatabase]
    public async Task Who_waits_at_a_desk_comes_before_bulk_that_came_earlier(Database database)
    {
        await using var centre = await UnstartedAsync(database);
        var bulk = centre.Writer.AppendAsync([Arrival("bulk")]);
        var desk = ActAsync(centre, "desk");
        await ServeAsync(centre, bulk, desk);
        Assert.True(await NumberAsync(centre, "desk") < await NumberAsync(centre, "bulk"));
    }

    [Theory, EachDatabase]
    public async Task No_desks_commit_carries_a_piece_of_the_bulk(Database database)
    {
        await using var centre = await UnstartedAsync(database);
        var desk = ActAsync(centre, "desk");
        var told = false;
        // In one batch with the desk this would wait in vain: the desk is told only once the batch is durable.
        var bulk = centre.Writer.AppendAsync([Arrival("bulk")],
            async (_, _) => told = await Task.WhenAny(desk, Task.Delay(TimeSpan.FromSeconds(10))) == desk, [], CancellationToken.None);
        await ServeAsync(centre, desk, bulk);
        Assert.True(told);
    }

    [Theory, EachDatabase]
    public async Task Bulk_rests_between_its_pieces_only_while_desks_are_at_work(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([Arrival("bulk")]);
        // A rest that is called off throws; one that was never begun does not.
        await centre.Writer.GiveWayAsync(TimeSpan.FromHours(1), new CancellationToken(canceled: true));
        await ActAsync(centre, "desk");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => centre.Writer.GiveWayAsync(TimeSpan.FromHours(1), new CancellationToken(canceled: true)));
    }

    [Theory, EachDatabase]
    public async Task However_many_desks_wait_bulk_goes_on(Database database)
    {
        await using var centre = await UnstartedAsync(database);
        var bulk = centre.Writer.AppendAsync([Arrival("bulk")]);
        var desks = Enumerable.Range(0, 1_100).Select(number => (Task)ActAsync(centre, $"desk-{number}")).ToList();
        await ServeAsync(centre, [bulk, .. desks]);
        Assert.True(await NumberAsync(centre, "bulk") < await NumberAsync(centre, "desk-1099"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_waits_for_the_commit_of_one_who_comes_after_the_batch_has_lasted_long_enough(Database database)
    {
        await using var centre = await UnstartedAsync(database);
        var first = RunAsync(centre, _ =>
        {
            centre.Time.Pass(TimeSpan.FromMilliseconds(30));
            return Task.CompletedTask;
        });
        var committed = false;
        // In one batch with the first this would wait in vain: the first is told only once the batch is durable.
        var second = RunAsync(centre, async _ => committed = await Task.WhenAny(first, Task.Delay(TimeSpan.FromSeconds(10))) == first);
        await ServeAsync(centre, first, second);
        Assert.True(committed);
    }

    [Theory, EachDatabase]
    public async Task A_notice_that_cannot_be_told_does_not_make_a_committed_act_look_failed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var done = await RunAsync(centre, context =>
        {
            context.Tell(null!);
            context.Happened(Arrival("told"));
            return Task.CompletedTask;
        });
        Assert.True(done.Allowed);
        Assert.False((await centre.Writer.AppendAsync([Arrival("told")]))[0]);
    }

    [Theory, EachDatabase]
    public async Task A_deliverer_that_fails_at_its_own_rows_takes_nobody_else_with_it(Database database)
    {
        await using var centre = await UnstartedAsync(database);
        var failing = centre.Writer.AppendAsync([Arrival("failing")], (_, _) => throw new InvalidOperationException("Its books are lost."), [],
            CancellationToken.None);
        var desk = ActAsync(centre, "desk");
        await ServeAsync(centre, desk);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        var isNew = await centre.Writer.AppendAsync([Arrival("desk"), Arrival("failing")]);
        Assert.Equal([false, true], isNew);
    }

    [Theory, EachDatabase]
    public async Task The_time_each_act_held_the_writer_is_kept_with_the_worst(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await ActAsync(centre, "one");
        await ActAsync(centre, "two");
        var held = centre.Services.GetRequiredService<WriterTimes>().Of("try");
        Assert.Equal(2, held.Times);
        Assert.InRange(held.Worst, held.All / 2, held.All);
    }

    [Theory, EachDatabase]
    public async Task The_ledger_finds_by_index_and_a_handler_is_planned_for_as_usual(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([Arrival("known")]);
        await RunAsync(centre, async context =>
        {
            foreach (var setting in new[] { "enable_seqscan", "enable_hashjoin", "enable_mergejoin" })
                Assert.Equal("on", await context.Db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync());
        });

        var dialect = centre.Services.GetRequiredService<Dialect>();
        await using var connection = await dialect.OpenAsync(CancellationToken.None);
        await using var transaction = await dialect.BeginWritingAsync(connection, CancellationToken.None);
        using var ledger = dialect.LedgerOn(connection, new ChainKey(new byte[32], 1));
        Assert.Single((await ledger.FindAsync([Arrival("known")], [], alone: false)).Known);
        Assert.Equal(0L, await AskAsync("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'journal_entries'"));
        Assert.Equal("on", await AskAsync("SHOW enable_seqscan"));

        async Task<object?> AskAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    private static Task<TestCentre> UnstartedAsync(Database database) => TestCentre.OpenUnstartedAsync(database);

    /// <summary>Opens the writer only now that all wait, so that they stand in its line together.</summary>
    private static async Task ServeAsync(TestCentre centre, params Task[] waiting)
    {
        await centre.StartAsync();
        await Task.WhenAll(waiting);
    }

    private static Task<Outcome<Done>> ActAsync(TestCentre centre, string key) => RunAsync(centre, context =>
    {
        context.Happened(Arrival(key));
        return Task.CompletedTask;
    });

    private static Task<Outcome<Done>> RunAsync(TestCentre centre, Func<ActContext, Task> act) => centre.Writer.RunAsync("try", Lane.Desk, db =>
    {
        var context = new ActContext(db, Actor.System, At);
        return (context, DoneAsync());

        async Task<Outcome<Done>> DoneAsync()
        {
            await act(context);
            return Done.It;
        }
    }, CancellationToken.None);

    private static async Task<long> NumberAsync(TestCentre centre, string key)
    {
        await using var db = centre.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.SourceKey == key).Select(row => row.Number).SingleAsync();
    }
}
