using Answerable.App.Storage;

namespace Answerable.DatabaseTests.Storage;

/// <summary>What one server tells the others over PostgreSQL.</summary>
public sealed class PostgresLinkTests
{
    /// <summary>A server that closes while it still tells: two at once on one connection read each other's answers.</summary>
    [Fact]
    public async Task Closing_waits_for_what_is_being_sent_and_nothing_is_sent_after()
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Postgres);
        var notices = Enumerable.Range(0, 3_000).Select(number => new Notice($"topic-{number}-{new string('x', 200)}", "")).ToList();
        for (var round = 0; round < 20; round++)
        {
            var link = new PostgresLink(kept.Connection, new ThisNode());
            await link.SendAsync([Notice.LookAgain], TestContext.Current.CancellationToken);
            var sending = Task.Run(() => link.SendAsync(notices, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            await Task.Delay(round % 5, TestContext.Current.CancellationToken);
            link.Dispose();
            if (await Record.ExceptionAsync(() => sending) is { } broken)
                Assert.IsType<ObjectDisposedException>(broken);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => link.SendAsync([Notice.LookAgain], TestContext.Current.CancellationToken));
        }
    }
}
