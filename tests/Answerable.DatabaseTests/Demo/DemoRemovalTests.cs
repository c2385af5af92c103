using Answerable.App.Centre;
using Answerable.App.Contacts;
using Answerable.App.Demo;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Demo;

/// <summary>Whoever looked round in the demo and goes live begins anew with what they made, and with nothing that was invented.</summary>
public sealed class DemoRemovalTests
{
    [Theory, EachDatabase]
    public async Task The_demo_goes_whole_and_what_one_made_oneself_comes_along(Database database)
    {
        await using var demo = await FilledAsync(database);
        var own = (await demo.DoAsync(new FormTeam("Front office"))).Value;
        await demo.DoAsync(new InvitePerson("Vera Real", "vera@centre.example", [Role.Manager], own));
        await demo.DoAsync(new DefineContactType(new ContactType("lost-key", "A key is lost", true)));
        await demo.DoAsync(new DraftProcedure("lost-key", DemoProcedure.Of("missed-bin").Chart));
        var settings = await SaidAsync(demo);
        await demo.DoAsync(new ChangeCentre("Harbour lines", "Europe/Dublin", "GBP", "", AfterContactMinutes: 20));
        await demo.DoAsync(new ChangeOpeningWeek("Keys", ["09:00-17:00", "09:00-17:00", "", "", "", "", ""], NewQueue: true));
        await demo.DoAsync(new SetSpecialDay(new DateOnly(2026, 12, 24), "", "", "Christmas Eve"));
        await using var real = await TestCentre.OpenAsync(database);

        var taken = await TakenAsync(demo, real);

        Assert.Empty(taken.Left);
        Assert.Equal((1, 1, 2), (taken.Types, taken.Procedures, taken.Openings));
        Assert.Equal(["vera@centre.example", FirstAdministrator.Email], taken.Invited.Select(person => person.Email));
        Assert.True((await real.AskAsync(new InvitationInForce(taken.Invited[0].Token))).Allowed);
        var now = await SaidAsync(real);
        Assert.Equal(("Harbour lines", "Europe/Dublin", "GBP", false, 20),
            (now.Name, now.Zone, now.Currency.Code, now.Demo, now.AfterContactMinutes));
        Assert.Equal(2, now.Hours.Weeks.Count + now.Hours.Special.Count);
        Assert.True(settings.Demo);
        var vera = Assert.Single((await real.AskAsync(new PeopleList("Vera"))).Value.People);
        Assert.Equal(("Front office", false), (vera.Team, vera.Demo));
        var type = Assert.Single((await real.AskAsync(new ContactTypes())).Value.Types);
        Assert.Equal("lost-key", type.Type.Code);
        Assert.Equal(DemoProcedure.Of("missed-bin").Chart.Nodes.Count,
            (await real.AskAsync(new ChartOf(type.Procedure!.Value, 1))).Value.Nodes.Count);
        await using var db = real.OpenDb();
        Assert.False(await db.Set<JournalRow>().AnyAsync(row => row.Kind == FactKind.Demo));
        Assert.Equal((0, 2), (await db.Set<ContactRow>().CountAsync(), await db.Set<PersonRow>().CountAsync()));
    }

    /// <summary>As it is typed: the new database is opened by the key that was named for it, and by no other.</summary>
    [Theory, EachDatabase]
    public async Task By_the_command_line_the_real_part_alone_stands_in_a_new_database_under_a_key_of_its_own(Database database)
    {
        await using var demo = await FilledAsync(database);
        await demo.DoAsync(new InvitePerson("Vera Real", "vera@centre.example", [Role.Manager], null));
        await demo.DoAsync(new DefineContactType(new ContactType("lost-key", "A key is lost", true)));
        await using var kept = await TestDatabase.EmptyAsync(database);
        var folder = Directory.CreateTempSubdirectory("answerable-own-");
        var (key, other) = (Path.Combine(folder.FullName, "own.key"), Path.Combine(folder.FullName, "other.key"));
        var (exit, printed) = await RunningServer.VerbAsync(
            demo.ConnectionString, "demo", "remove", "--into", kept.Connection, "--into-key-file", key);
        Assert.True(exit == 0, printed);
        Assert.Contains("nothing in it is invented: ", printed, StringComparison.Ordinal);
        Assert.Contains("Vera Real, vera@centre.example, chooses a password, once: /invitations/", printed, StringComparison.Ordinal);
        Assert.Contains($" --key-file {key}", printed, StringComparison.Ordinal);

        (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", key);
        Assert.True(exit == 0, printed);
        await File.WriteAllTextAsync(other, Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "journal", "verify", "--key-file", other);
        Assert.Equal((1, true), (exit, printed.Contains("is not the key of this database", StringComparison.Ordinal)));
        using (var server = await RunningServer.StartAsync(kept.Connection, "--key-file", key))
            Assert.Equal(0, await server.CloseAsync());

        await using var own = TestCentre.Over(kept, guest: true);
        await using var db = own.OpenDb();
        // A server that finds no administrator makes one, as in any new centre.
        Assert.Equal(["Administrator", "Vera Real"], await db.Set<PersonRow>().OrderBy(row => row.Name).Select(row => row.Name)
            .ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["lost-key"], await db.Set<ContactTypeRow>().Select(row => row.Code).ToListAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<ContactRow>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<JournalRow>().AnyAsync(row => row.Kind == FactKind.Demo, TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    [Theory, EachDatabase]
    public async Task Of_a_demo_in_which_nobody_made_anything_a_bare_centre_is_left_for_the_first_administrator(Database database)
    {
        await using var demo = await FilledAsync(database);
        await using var real = await TestCentre.OpenAsync(database);
        var taken = await TakenAsync(demo, real);
        Assert.Equal((0, 0, 0, 0), (taken.Invited.Count, taken.Types, taken.Procedures, taken.Openings));
        Assert.Equal("Contact centre", (await SaidAsync(real)).Name);
        Assert.Equal(0, (await real.AskAsync(new PeopleList())).Value.Total);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_taken_out_of_a_real_centre_or_into_one_that_is_at_work(Database database)
    {
        await using var real = await TestCentre.OpenAsync(database);
        var none = await DemoRemoval.IntoAsync(real.Dispatcher, await SaidAsync(real), real.Dispatcher, TestContext.Current.CancellationToken);
        Assert.Equal("demo.none", Assert.Single(none.Refusals).Code);
        await real.DoAsync(FirstAdministrator.Invited);
        var into = await DemoRemoval.IntoAsync(real.Dispatcher, (await SaidAsync(real)) with { Demo = true }, real.Dispatcher,
            TestContext.Current.CancellationToken);
        Assert.Equal("demo.into", Assert.Single(into.Refusals).Code);
    }

    private static async Task<DemoRemoval.Taken> TakenAsync(TestCentre demo, TestCentre real) =>
        (await DemoRemoval.IntoAsync(demo.Dispatcher, await SaidAsync(demo), real.Dispatcher, TestContext.Current.CancellationToken)).Value;

    private static async Task<TestCentre> FilledAsync(Database database)
    {
        var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.Services.GetRequiredService<DemoCentre>().FillAsync(_ => { }, 1)).Allowed);
        return centre;
    }

    private static async Task<Answerable.Model.Centre.CentreSettings> SaidAsync(TestCentre centre) =>
        await centre.Services.GetRequiredService<CentreInForce>().NowAsync();
}
