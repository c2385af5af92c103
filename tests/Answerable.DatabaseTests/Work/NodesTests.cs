using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Work;

/// <summary>Several servers on one database: who does what one at a time does, and how they hear of each other.</summary>
public sealed class NodesTests
{
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Theory, EachDatabase]
    public async Task What_one_server_does_is_taken_over_once_it_has_said_nothing_for_a_while_and_at_once_where_it_goes(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.Equal(["imports", "sums"], await BeatAsync(centre, First, "imports", "sums"));
        Assert.Equal(["rest"], await BeatAsync(centre, Second, "rest", "sums"));
        centre.Time.Set(centre.Time.GetUtcNow() + BeatNode.Lease);
        Assert.Equal(["imports", "sums"], await BeatAsync(centre, First, "imports", "sums"));
        centre.Time.Set(centre.Time.GetUtcNow() + BeatNode.Lease);
        Assert.Empty(await BeatAsync(centre, Second, "sums"));

        // A lease that was not kept is another's from the next moment on.
        centre.Time.Set(centre.Time.GetUtcNow() + TimeSpan.FromMilliseconds(1));
        Assert.Equal(["sums"], await BeatAsync(centre, Second, "sums"));
        Assert.Equal(["imports"], await BeatAsync(centre, First, "imports", "sums"));

        using var told = centre.Services.GetRequiredService<Noticeboard>().Open([Leases.Topic]);
        Assert.True((await centre.DoAsync(new LeaveNode(Second))).Allowed);
        Assert.Single(await told.HeardAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["imports", "sums"], await BeatAsync(centre, First, "imports", "sums"));
        await using var db = centre.OpenDb();
        Assert.Equal([First], await db.Set<NodeRow>().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Held up for longer than it is believed, it does not go by what it knew before.</summary>
    [Fact]
    public void A_server_that_was_held_up_holds_nothing_until_it_has_said_again_that_it_is_here()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        var leases = new Leases(time);
        Assert.False(leases.Holds("sums"));
        leases.Keep(time.GetTimestamp(), ["sums"]);
        Assert.True(leases.Holds("sums"));
        Assert.False(leases.Holds("imports"));
        time.Pass(BeatNode.Lease);
        Assert.False(leases.Holds("sums"));
        leases.Keep(time.GetTimestamp(), ["sums"]);
        Assert.True(leases.HasWritten);
        leases.Fail();
        Assert.False(leases.HasWritten);
    }

    [Theory, EachDatabase]
    public async Task What_one_process_commits_is_heard_by_the_pages_of_another(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var other = await centre.BesideAsync(services => services.AddStorageToServer());
        using var page = other.Services.GetRequiredService<Noticeboard>().Open(["queue"]);
        // A link begins with a look, which is heard as well: from then on it stands.
        if (database == Database.Postgres)
            await page.HeardAsync(TestContext.Current.CancellationToken);
        else
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await TellAsync(centre, "queue");
        Assert.Equal(["queue"], (await page.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
    }

    /// <summary>On a file nobody tells what it was, so everybody looks.</summary>
    [Theory, EachDatabase]
    public async Task What_is_of_another_topic_or_its_own_is_not_heard_on_a_server(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var centre = await TestCentre.OpenAsync(database, and: services => services.AddStorageToServer());
        await using var other = await centre.BesideAsync(services => services.AddStorageToServer());
        using var page = centre.Services.GetRequiredService<Noticeboard>().Open(["queue", "told"]);
        await page.HeardAsync(TestContext.Current.CancellationToken);
        await TellAsync(other, "elsewhere");
        await TellAsync(other, "told");
        Assert.Equal(["told"], (await page.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        // Its own come once, and not back again over the wire.
        await TellAsync(centre, "queue");
        await TellAsync(other, "told");
        var heard = new List<string>();
        while (!heard.Contains("told"))
            heard.AddRange((await page.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        Assert.Equal(["queue", "told"], heard);
    }

    [Theory, EachDatabase]
    public async Task A_link_that_was_cut_mends_itself_and_everybody_looks_again(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var centre = await TestCentre.OpenAsync(database, and: services => services.AddStorageToServer());
        using var page = centre.Services.GetRequiredService<Noticeboard>().Open(["queue", "rare"]);
        await page.HeardAsync(TestContext.Current.CancellationToken);
        await using (var db = centre.OpenDb())
            await db.Database.ExecuteSqlRawAsync(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'answerable notices'
                """,
                TestContext.Current.CancellationToken);
        var heard = new HashSet<string>();
        await Soon.SoAsync("everybody looks again", async () =>
        {
            centre.Time.Pass(TimeSpan.FromSeconds(1));
            using var moment = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            try
            {
                heard.UnionWith((await page.HeardAsync(moment.Token)).Select(notice => notice.Topic));
            }
            catch (OperationCanceledException) when (moment.IsCancellationRequested)
            {
                return false;
            }
            return heard.Count == 2;
        });
    }

    private static async Task<IReadOnlyList<string>> BeatAsync(TestCentre centre, Guid node, params string[] wanted) =>
        (await centre.DoAsync(new BeatNode(node, $"{node}", wanted))).Value;

    private static Task<bool[]> TellAsync(TestCentre centre, string topic) => centre.Writer.AppendAsync([], (db, _) =>
    {
        db.Add(new NodeRow { Id = App.Ids.New(), Name = topic });
        return Task.CompletedTask;
    }, [new Notice(topic, "")], CancellationToken.None);
}
