using System.Text.Json;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Mail;
using Answerable.App.Operations;
using Answerable.App.People;
using Answerable.App.Work;
using Answerable.DatabaseTests.Deliveries;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Web.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Operations;

public sealed class SystemHealthTests
{
    private const string Bringing = "Bringing in files of contacts";

    [Fact]
    public async Task Each_round_of_a_server_is_named_in_words_and_says_when_it_comes_again()
    {
        await using var web = new WebCentre();
        var words = web.Services.GetServices<RoundWords>().Select(round => round.Name).ToList();
        Assert.Empty(web.Services.GetServices<IRound>().Select(round => round.Name).Except(words));
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite, work: false);
        await centre.DoAsync(new NoteRound(AnchorRound.Called, TimeSpan.FromMinutes(5)));
        await centre.DoAsync(new NoteRound(ImportRound.Told, TimeSpan.FromSeconds(5)));
        var seen = await SeenAsync(centre);
        Assert.Equal(centre.Time.GetUtcNow().AddMinutes(5), One(seen, "Sending the journal's anchor of the day").Next);
        Assert.Null(One(seen, Bringing).Next);
        await centre.DoAsync(new NoteRound(ImportRound.Told, TimeSpan.FromSeconds(5), "TimeoutException"));
        centre.Time.Pass(TimeSpan.FromSeconds(1));
        await centre.DoAsync(new NoteRound(ImportRound.Told, TimeSpan.FromSeconds(5), "TimeoutException"));
        Assert.Equal(centre.Time.GetUtcNow().AddSeconds(5), One(await SeenAsync(centre), Bringing).Next);
    }

    [Theory, EachDatabase]
    public async Task It_says_how_each_part_stands_and_shows_no_secret(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new BeatNode(App.Ids.New(), "here/1", []));
        var seen = await SeenAsync(centre);
        Assert.Contains(database == Database.Sqlite ? "SQLite" : "PostgreSQL", One(seen, "Kind").Says, StringComparison.Ordinal);
        Assert.StartsWith("script 0", One(seen, "Schema").Says, StringComparison.Ordinal);
        Assert.Equal(database == Database.Sqlite, seen.Any(standing => standing.Name == "Room on its disk"));
        Assert.Equal(database == Database.Postgres, seen.Any(standing => standing.Name == "Clock beside this server's"));
        Assert.Equal(Condition.Well, One(seen, "here/1").Condition);
        Assert.NotNull(One(seen, "Last written").At);
        Assert.Equal("none", One(seen, "Under way").Says);
        Assert.Equal("sent nowhere", One(seen, "Anchors").Says);
        Assert.DoesNotContain(seen, standing => standing.Says == "could not be looked at");
        var key = centre.Services.GetRequiredService<App.Storage.KeyPlace>();
        var word = Convert.ToBase64String(key.Read()[0]);
        Assert.DoesNotContain(seen, standing => standing.ToString().Contains(word, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_silent_server_an_old_backup_and_a_failed_round_are_named(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new BeatNode(App.Ids.New(), "gone/1", []));
        Assert.Equal((Condition.Look, "none is known of"), (One(await SeenAsync(centre), "Last backup").Condition,
            One(await SeenAsync(centre), "Last backup").Says));
        await centre.DoAsync(new NoteBackup(centre.Time.GetUtcNow()));
        await centre.DoAsync(new NoteRound("imports", TimeSpan.FromSeconds(5), null));
        Assert.Equal(Condition.Well, One(await SeenAsync(centre), "Last backup").Condition);
        Assert.Equal(Condition.Well, One(await SeenAsync(centre), Bringing).Condition);
        centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(1));
        await centre.DoAsync(new NoteRound("imports", TimeSpan.FromSeconds(5), "TimeoutException"));
        var seen = await SeenAsync(centre);
        Assert.Equal(Condition.Look, One(seen, "gone/1").Condition);
        Assert.Equal((Condition.Amiss, "failed"), (One(seen, Bringing).Condition, One(seen, Bringing).Says));
        centre.Time.Set(centre.Time.GetUtcNow().AddDays(8));
        await centre.DoAsync(new NoteRound("imports", TimeSpan.FromSeconds(5), null));
        seen = await SeenAsync(centre);
        Assert.Equal(Condition.Look, One(seen, "Last backup").Condition);
        Assert.Equal(Condition.Well, One(seen, Bringing).Condition);
    }

    [Theory, EachDatabase]
    public async Task A_round_that_takes_long_is_at_work_and_not_late(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, work: false);
        var (notes, round, going, begun) = (centre.Services.GetRequiredService<RoundNotes>(), new Slow(), new TaskCompletionSource(),
            centre.Time.GetUtcNow());
        var followed = notes.FollowAsync(round, going.Task, CancellationToken.None);
        for (var minutes = 0; minutes < 30; minutes += 15)
        {
            centre.Time.Pass(TimeSpan.FromMinutes(15));
            await Soon.SoAsync("it is at work", async () => (await SeenAsync(centre)).Any(standing =>
                standing is { Name: "slow", Says: "at work since", Condition: Condition.Well } && standing.At == begun));
        }
        going.SetResult();
        await followed;
        await notes.WentWellAsync(round, CancellationToken.None);
        var ended = One(await SeenAsync(centre), "slow");
        Assert.Equal((Condition.Well, "every 5 s, last seen to"), (ended.Condition, ended.Says));
        // A server that was killed says nothing more of it.
        await centre.DoAsync(new NoteRound("slow", round.Every) { Begun = centre.Time.GetUtcNow() });
        centre.Time.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(Condition.Look, One(await SeenAsync(centre), "slow").Condition);
    }

    [Theory, EachDatabase]
    public async Task A_round_that_nobody_knows_any_more_is_not_late_for_ever(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, work: false, services => services.AddSingleton<IRound, Slow>());
        foreach (var name in new[] { "renamed", "slow" })
            await centre.DoAsync(new NoteRound(name, TimeSpan.FromSeconds(5)));
        await centre.DoAsync(new NoteRound("broken", TimeSpan.FromSeconds(5), "TimeoutException"));
        centre.Time.Pass(TimeSpan.FromMinutes(9));
        await centre.DoAsync(new NoteRound("of-another-version", TimeSpan.FromSeconds(5)));
        centre.Time.Pass(TimeSpan.FromMinutes(9));
        Assert.Equal(Condition.Look, One(await SeenAsync(centre), "renamed").Condition);
        await centre.Services.GetRequiredService<RoundNotes>().WentWellAsync(new Slow(), CancellationToken.None);
        Assert.Equal(["of-another-version", "slow"], (await SeenAsync(centre)).Where(standing => standing.Group == "Timetable")
            .Select(standing => standing.Name));
    }

    private sealed class Slow : IRound
    {
        public string Name => "slow";
        public TimeSpan Every => TimeSpan.FromSeconds(5);

        public Task GoAsync(CancellationToken stop) => Task.CompletedTask;
    }

    [Theory, EachDatabase]
    public async Task What_was_given_up_stands_there_to_be_tried_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new ChangeMailSettings("localhost", 1, MailSecurity.None, "", "", "centre@example.org", "Centre"));
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"));
        await using (var db = centre.OpenDb())
            await Soon.SoAsync("it was tried", () => db.Set<OutboxRow>().AnyAsync(row => row.Reason != null));
        centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(20));
        await Soon.SoAsync("it waits longer than it should", async () =>
            One(await SeenAsync(centre), "Waiting") is { Condition: Condition.Look, Advice: { } why }
            && why.Contains("port 1", StringComparison.Ordinal));
        await centre.DoAsync(new ChangeMailSettings("", null, MailSecurity.None, "", "", "", ""));
        await Soon.SoAsync("it is given up", async () =>
        {
            centre.Time.Set(centre.Time.GetUtcNow().AddMinutes(5)); // What was under way meanwhile is due later again.
            return (await SeenAsync(centre)).Any(standing => standing.GivenUp is not null);
        });
        var givenUp = (await SeenAsync(centre)).Single(standing => standing.GivenUp is not null);
        Assert.Equal(("Sending a way in by mail", Condition.Amiss), (givenUp.Name, givenUp.Condition));
        Assert.Contains("No mail server", givenUp.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_administers_the_system_sees_it()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        foreach (var role in Roles.All)
            Assert.Equal(role == Role.Administrator,
                (await centre.AskAsync(new SystemHealth(), Actor.Of(App.Ids.New<PersonId>(), "One", [role], null))).Allowed);
    }

    [Fact]
    public async Task The_command_line_tells_it_as_JSON_without_a_server()
    {
        var folder = Directory.CreateTempSubdirectory("answerable-health-");
        var file = Path.Combine(folder.FullName, "centre.db");
        using (var server = await RunningServer.StartAsync(file))
            await server.CloseAsync();
        var (_, printed) = await RunningServer.VerbAsync(file, "health", "--json");
        using var read = JsonDocument.Parse(printed);
        Assert.Contains(read.RootElement.GetProperty("standings").EnumerateArray(), one => one.GetProperty("name").GetString() == "Schema");
        Assert.Contains("Well   Database: Kind: SQLite", (await RunningServer.VerbAsync(file, "health")).Printed, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_certificate_is_named_before_it_runs_out()
    {
        var now = new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal([Condition.Amiss, Condition.Look, Condition.Well],
            new[] { -1, 10, 30 }.Select(days => CertificateStands.Of(now.AddDays(days), now).Condition));
    }

    private static async Task<IReadOnlyList<HealthLine>> SeenAsync(TestCentre centre) => (await centre.AskAsync(new SystemHealth())).Value.Lines;

    private static HealthLine One(IEnumerable<HealthLine> seen, string name) => seen.Single(standing => standing.Name == name);
}
