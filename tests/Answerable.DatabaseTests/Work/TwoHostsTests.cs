using System.Diagnostics;
using System.Text;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.Deliveries;
using Answerable.DatabaseTests.Import;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace Answerable.DatabaseTests.Work;

/// <summary>Two real servers on one PostgreSQL database, and a server beside commands on a SQLite file.</summary>
public sealed class TwoHostsTests
{
    private const int Rows = 8_000;
    private const string Email = "ANN@TEST.EXAMPLE";

    [Theory, EachDatabase]
    public async Task A_page_of_one_server_hears_what_was_done_on_another_and_ends_with_its_session(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (ann, _) = (await JoinAsync(centre, Email, Role.Agent), await JoinAsync(centre, "ADMIN@TEST.EXAMPLE", Role.Administrator));
        using var first = await RunningServer.StartAsync(centre.ConnectionString);
        // On a file the other process is a command's, such as this one's.
        using var second = database == Database.Postgres ? await RunningServer.StartAsync(centre.ConnectionString) : null;
        await SignInAsync(first);
        using var stream = new StreamReader(await first.Http.GetStreamAsync("/desk/events", TestContext.Current.CancellationToken));
        Assert.Equal("event: open", await LineAsync(stream, "event:"));
        await centre.Writer.AppendAsync([], (db, _) =>
        {
            db.Add(new NodeRow { Id = App.Ids.New() });
            return Task.CompletedTask;
        }, [new Notice("queue", "")], TestContext.Current.CancellationToken);
        Assert.StartsWith("event: ", await LineAsync(stream, "event:"), StringComparison.Ordinal);

        Assert.True((await centre.DoAsync(new DeactivatePerson(ann, "left"))).Allowed);
        Assert.Null(await LineAsync(stream, "nothing more"));
        var desk = await first.Http.GetAsync("/desk", TestContext.Current.CancellationToken);
        Assert.Contains("/sign-in", desk.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_import_whose_server_was_killed_is_gone_on_with_by_the_other_exactly(Database database)
    {
        if (database == Database.Sqlite)
            return; // There is one server; KilledImportTests restart it.
        await using var centre = await TestCentre.OpenAsync(database);
        using var first = await RunningServer.StartAsync(centre.ConnectionString);
        using var second = await RunningServer.StartAsync(centre.ConnectionString);
        // By the servers' own clock: to them a file of weeks ago without an import would be an upload that broke off.
        centre.Time.Set(TimeProvider.System.GetUtcNow());
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await Importing.BankCallsAsync(Rows)));
        var kept = await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(file, "calls.txt", long.MaxValue, TestContext.Current.CancellationToken);
        var id = (await centre.DoAsync(new BringFile("technion-bank", kept!))).Value.Id;
        await UntilAsync(centre, id, row => row.State == ImportState.Ready);
        Assert.True((await centre.DoAsync(new StartImport(id))).Allowed);
        var amid = await UntilAsync(centre, id, row => row.Position > 1_000 && row.HeldBy != null);
        await using (var db = centre.OpenDb())
        {
            var holder = (await db.Set<NodeRow>().SingleAsync(row => row.Id == amid.HeldBy)).Name;
            await new[] { first, second }.Single(server => holder.EndsWith($"/{server.Id}", StringComparison.Ordinal)).KillAsync();
        }
        Assert.InRange((await UntilAsync(centre, id, _ => true)).Position, 1_000, Rows - 1);
        var finished = await UntilAsync(centre, id, row => row.State == ImportState.Finished);
        Assert.NotEqual(amid.HeldBy, finished.HeldBy);
        await using var after = centre.OpenDb();
        Assert.Equal((Rows, Rows, 0, 8, 8), (await after.Set<ContactRow>().CountAsync(), finished.Imported, finished.Rejected, finished.Repaired,
            await after.Set<RemarkRow>().CountAsync(row => row.Number > finished.RemarksBefore)));
        await Soon.SoAsync("the file is gone with its import", async () => !await after.Set<PieceRow>().AnyAsync());
    }

    [Theory, EachDatabase]
    public async Task A_rehearsal_whose_server_was_killed_is_made_by_the_other_once(Database database)
    {
        if (database == Database.Sqlite)
            return; // There is one server; OutboxTests begin it again.
        await using var centre = await TestCentre.OpenAsync(database, work: false);
        centre.Time.Set(TimeProvider.System.GetUtcNow());
        using var first = await RunningServer.StartAsync(centre.ConnectionString);
        using var second = await RunningServer.StartAsync(centre.ConnectionString);
        var hours = Enumerable.Range(0, 24 * 42)
            .Select(hour => new IntervalCount(new LocalDateTime(2026, 1, 5, 0, 0).PlusHours(hour), 300, hour + 2));
        var series = (await centre.DoAsync(new LoadSeries("Calls", "a file", 60, "", [.. hours]))).Value;
        Assert.True((await centre.DoAsync(new BeginForecast(series))).Allowed);
        await WorkAsync(centre, "the forecast is made", row => row.State == WorkState.Done);
        var usual = BenchSetting.Read(new Dictionary<string, string>()).Value;
        Assert.True((await centre.DoAsync(new BeginRehearsal(series, usual, BeginRehearsal.Most))).Allowed);
        var begun = await WorkAsync(centre, "a server has it in hand", row => row.State == WorkState.Running);
        await new[] { first, second }.Single(server => begun.Node!.Contains($"/{server.Id}/", StringComparison.Ordinal)).KillAsync();

        var done = await WorkAsync(centre, "it was made", row => row.Kind == begun.Kind && row.State == WorkState.Done);
        Assert.Equal(2, done.Attempts);
        await using var db = centre.OpenDb();
        Assert.Equal(BeginRehearsal.Most, (await db.Set<RehearsalRow>().SingleAsync(TestContext.Current.CancellationToken)).Replications);
        Assert.Equal(1, await db.Set<JournalRow>().CountAsync(row => row.Name == "scenario.rehearsed", TestContext.Current.CancellationToken));
    }

    private static Task<OutboxRow> WorkAsync(TestCentre centre, string what, Func<OutboxRow, bool> condition) => Soon.FoundAsync(what, async () =>
    {
        await using var db = centre.OpenDb();
        var latest = await db.Set<OutboxRow>().AsNoTracking().OrderByDescending(row => row.Id).FirstAsync();
        return condition(latest) ? latest : null;
    });

    [Theory, EachDatabase]
    public async Task Cut_connections_end_no_server_and_it_closes_in_order(Database database)
    {
        if (database == Database.Sqlite)
            return;
        await using var centre = await TestCentre.OpenAsync(database);
        using var server = await RunningServer.StartAsync(centre.ConnectionString);
        for (var cut = 0; cut < 5; cut++)
        {
            await CutAsync(centre.ConnectionString);
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }
        await Soon.SoAsync("it is ready again", async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.Equal(0, await server.CloseAsync());
    }

    [Theory, EachDatabase]
    public async Task Presence_said_on_one_is_seen_on_the_other_and_both_give_the_same_figures(Database database)
    {
        if (database == Database.Sqlite)
            return; // There is one server.
        await using var centre = await TestCentre.OpenAsync(database);
        await JoinAsync(centre, Email, Role.Agent);
        await JoinAsync(centre, "MAN@TEST.EXAMPLE", Role.Manager);
        using var first = await RunningServer.StartAsync(centre.ConnectionString);
        using var second = await RunningServer.StartAsync(centre.ConnectionString);
        await SignInAsync(first);
        await SignInAsync(second);
        foreach (var (on, off, presence, words) in new[]
            { (first, second, "Ready", "You are: ready"), (second, first, "Break", "You are: on a break") })
        {
            await PresentAsync(on, presence);
            Assert.Contains(words, await DeskAsync(off), StringComparison.Ordinal);
        }
        await new Measures.Recorded(centre).Answered(30, 20_500).Abandoned(10, 5000).DeliverAsync();
        using var atFirst = Browser(first);
        using var atSecond = Browser(second);
        await SignInAsync(atFirst, "MAN@TEST.EXAMPLE");
        await SignInAsync(atSecond, "MAN@TEST.EXAMPLE");
        foreach (var kpi in new[] { "contacts", "abandonment", "speed-of-answer", "service-level-f1" })
        {
            var (at, file) = (atFirst, $"/measures/{kpi}/figures.csv?from=2026-09-01&last=2026-09-01");
            await Soon.SoAsync("the sums are caught up", async () => (await at.GetAsync(file)).IsSuccessStatusCode);
            var figures = await atFirst.GetStringAsync(file, TestContext.Current.CancellationToken);
            Assert.Matches("2026-09-01.*\\d", figures);
            Assert.Equal(figures, await atSecond.GetStringAsync(file, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>In a cluster of its own, for other tests go on with theirs.</summary>
    [Fact]
    public async Task PostgreSQL_started_again_under_both_is_found_by_both_and_nobody_is_signed_out()
    {
        if (TestDatabase.Postgres is null)
            return;
        var folder = Directory.CreateTempSubdirectory("pg");
        try
        {
            var cluster = (await ClusterAsync("start", folder)).Trim();
            using var first = await RunningServer.StartAsync(cluster);
            using var second = await RunningServer.StartAsync(cluster);
            var (exit, link) = await RunningServer.VerbAsync(cluster, "people", "invite", "Ann", Email, "--role", "Agent");
            Assert.True(exit == 0, link);
            var way = link[link.IndexOf("/invitations/", StringComparison.Ordinal)..].Split()[0];
            await WebCentre.PostAsync(first.Http, way, "invitation", new() { ["Password"] = WebCentre.Password, ["Again"] = WebCentre.Password });
            await SignInAsync(first);
            await SignInAsync(second);
            await PresentAsync(first, "Ready");

            await ClusterAsync("restart", folder);
            foreach (var server in new[] { first, second })
                await Soon.SoAsync("it is ready again", async () => (await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
            Assert.Contains("You are: ready", await DeskAsync(second), StringComparison.Ordinal);
            // What is refused while a connection is found to be gone is sent again, as a desk does.
            await Soon.SoAsync("acts are taken again", () => IsPresentAsync(second, "Training"));
            await Soon.SoAsync("acts are taken again", () => IsPresentAsync(first, "Training"));
            Assert.Contains("You are: in training", await DeskAsync(first), StringComparison.Ordinal);
            await PresentAsync(first, "Ready");
            // What is done on one is heard on the other again, too.
            using var stream = new StreamReader(await second.Http.GetStreamAsync("/desk/events", TestContext.Current.CancellationToken));
            Assert.Equal("event: open", await LineAsync(stream, "event:"));
            await PresentAsync(first, "Training");
            Assert.StartsWith("event: ", await LineAsync(stream, "event:"), StringComparison.Ordinal);
            Assert.Equal((0, 0), (await first.CloseAsync(), await second.CloseAsync()));
        }
        finally
        {
            await ClusterAsync("stop", folder);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ClusterAsync(string verb, DirectoryInfo folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Repository.Path("eng/postgres"), [verb, folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said;
    }

    private static async Task PresentAsync(RunningServer server, string presence) => Assert.True(await IsPresentAsync(server, presence));

    private static async Task<bool> IsPresentAsync(RunningServer server, string presence)
    {
        using var answer = await server.Http.PostAsync("/desk/presence", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(server.Http, "/desk"),
            ["to"] = presence,
        }));
        return answer.IsSuccessStatusCode;
    }

    private static Task<string> DeskAsync(RunningServer server) => server.Http.GetStringAsync("/desk", TestContext.Current.CancellationToken);

    private static HttpClient Browser(RunningServer server) => new() { BaseAddress = server.Http.BaseAddress };

    /// <summary>In 0.1.0 it took half a minute and ended in a crash wherever a desk was open.</summary>
    [Theory, EachDatabase]
    public async Task A_server_with_desks_open_closes_in_order_and_their_streams_end(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await JoinAsync(centre, Email, Role.Agent);
        using var server = await RunningServer.StartAsync(centre.ConnectionString);
        await SignInAsync(server);
        var desks = new List<StreamReader>();
        for (var desk = 0; desk < 3; desk++)
        {
            desks.Add(new StreamReader(await server.Http.GetStreamAsync("/desk/events", TestContext.Current.CancellationToken)));
            Assert.Equal("event: open", await LineAsync(desks[^1], "event:"));
        }
        var ends = desks.Select(desk => LineAsync(desk, "nothing more")).ToList();
        Assert.Equal(0, await server.CloseAsync());
        foreach (var end in ends)
            Assert.Null(await end);
    }

    [Theory, EachDatabase]
    public async Task Two_first_starts_at_once_both_come_up_or_the_second_says_why_not(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        if (database == Database.Postgres)
        {
            var both = await Task.WhenAll(RunningServer.StartAsync(kept.Connection), RunningServer.StartAsync(kept.Connection));
            foreach (var server in both)
                server.Dispose();
            return;
        }
        using var only = await RunningServer.StartAsync(kept.Connection);
        var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "run", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, exit);
        Assert.StartsWith("Another server has ", printed, StringComparison.Ordinal);
        Assert.Single(printed.Trim().Split('\n'));
        await only.KillAsync();
        using var next = await RunningServer.StartAsync(kept.Connection);
    }

    private static async Task<PersonId> JoinAsync(TestCentre centre, string email, Role role)
    {
        var invitation = (await centre.DoAsync(new InvitePerson(email[..3], email, [role], null))).Value;
        await centre.DoAsync(new AcceptInvitation(invitation.Token, WebCentre.Password, WebCentre.Password));
        var name = email[..3];
        await using var db = centre.OpenDb();
        return (await db.Set<PersonRow>().SingleAsync(row => row.Name == name)).Id;
    }

    private static Task SignInAsync(RunningServer server) => SignInAsync(server.Http, Email);

    private static async Task SignInAsync(HttpClient browser, string email)
    {
        var signedIn = await WebCentre.PostAsync(
            browser, "/sign-in", "sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = WebCentre.Password });
        Assert.True(signedIn.IsSuccessStatusCode);
    }

    /// <summary>The next line that begins so; null where the stream ends.</summary>
    private static async Task<string?> LineAsync(StreamReader stream, string beginning)
    {
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        return null;
    }

    private static Task<ImportRow> UntilAsync(TestCentre centre, ImportId id, Func<ImportRow, bool> condition) =>
        Soon.FoundAsync("the import is so far", async () =>
        {
            await using var db = centre.OpenDb();
            var row = await db.Set<ImportRow>().AsNoTracking().SingleAsync(row => row.Id == id);
            return condition(row) ? row : null;
        });

    private static async Task CutAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync();
    }
}
