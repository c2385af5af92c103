using Answerable.App;
using Answerable.App.Centre;
using Answerable.App.Contacts;
using Answerable.App.Deliveries;
using Answerable.App.Demo;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Import;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Demo;

/// <summary>Nothing real comes in beside what is invented, and nothing invented where there is something real.</summary>
public sealed class BesideInventedTests
{
    private const string OneCall = "1393650052.1|1|q|NONE|ENTERQUEUE||5551234\n";

    [Theory, EachDatabase]
    public async Task Into_a_demo_centre_nothing_is_imported_though_a_file_may_be_read_through(Database database)
    {
        await using var centre = await InventedAsync(database);
        var path = await FileAsync();
        var begun = await centre.DoAsync(await Importing.BeginAsync("asterisk-queue-log", path));
        var refusal = Assert.Single(begun.Refusals);
        Assert.Equal("centre.demo", refusal.Code);
        Assert.Contains("new database", refusal.Text, StringComparison.Ordinal);
        Assert.True((await centre.Services.GetRequiredService<Importer>().DryRunAsync("asterisk-queue-log", null, path, default)).Allowed);
        File.Delete(path);
        await using var db = centre.OpenDb();
        Assert.Equal((0, 0), (await db.Set<ImportRow>().CountAsync(), await db.Set<JournalRow>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_was_checked_in_a_demo_centre_is_not_started(Database database)
    {
        await using var centre = await InventedAsync(database);
        await using var db = centre.OpenDb();
        var row = new ImportRow
        {
            Id = Ids.New<ImportId>(),
            Profile = "asterisk-queue-log",
            FileName = "q",
            FileHash = "h",
            Path = "p",
            State = ImportState.Ready,
            Imported = 1,
        };
        db.Add(row);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal("centre.demo", Assert.Single((await centre.DoAsync(new StartImport(row.Id))).Refusals).Code);
        Assert.Equal(ImportState.Ready, (await centre.AskAsync(new ImportRecord(row.Id))).Value.State);
    }

    [Theory, EachDatabase]
    public async Task What_a_key_delivers_to_a_demo_centre_is_invented_and_says_so(Database database)
    {
        await using var centre = await InventedAsync(database);
        var result = Assert.Single(await DeliverAsync(centre, "tried", "a"));
        Assert.Equal((EventStatus.Accepted, "event.demo-centre"), (result.Status, result.Remark?.Code));
        await using var db = centre.OpenDb();
        Assert.Equal(FactKind.Demo, (await db.Set<ContactRow>().SingleAsync()).Kind);
    }

    [Theory, EachDatabase]
    public async Task A_source_that_was_real_in_a_demo_centre_before_goes_on_as_it_was(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await DeliverAsync(centre, "telephony", "before");
        await MarkAsync(centre);
        var result = Assert.Single(await DeliverAsync(centre, "telephony", "after"));
        Assert.Null(result.Remark);
        await using var db = centre.OpenDb();
        Assert.Equal([FactKind.Live, FactKind.Live], await db.Set<ContactRow>().Select(row => row.Kind).ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task A_centre_with_contacts_and_nobody_at_work_yet_is_not_filled_with_invented_ones(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await DeliverAsync(centre, "telephony", "a");
        var filled = await centre.Services.GetRequiredService<DemoCentre>().FillAsync(_ => { }, 1, TestContext.Current.CancellationToken);
        Assert.Equal("demo.contacts", Assert.Single(filled.Refusals).Code);
        Assert.False((await centre.AskAsync(new DemoPresent())).Value);
    }

    [Theory, EachDatabase]
    public async Task The_password_of_the_invented_opens_nothing_that_is_real_and_is_chosen_by_nobody(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var invited = (await centre.DoAsync(new InvitePerson("Jo Real", "jo@centre.example", [Role.Agent], null))).Value;
        var chosen = await centre.DoAsync(new AcceptInvitation(invited.Token, DemoAccounts.Password, DemoAccounts.Password));
        Assert.Contains("password.demo", chosen.Refusals.Select(refusal => refusal.Code));
        await using var db = centre.OpenDb();
        var credentials = await db.Set<Credentials>().SingleAsync();
        credentials.PasswordHash = centre.Services.GetRequiredService<PasswordJudge>().Hash(DemoAccounts.Password);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var entrance = (await centre.DoAsync(new SignIn("jo@centre.example", DemoAccounts.Password))).Value;
        Assert.Equal("sign-in.wrong", Assert.IsType<Entrance.TurnedAway>(entrance).Why.Code);
        await MarkAsync(centre);
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.IsType<Entrance.Open>((await centre.DoAsync(new SignIn("jo@centre.example", DemoAccounts.Password))).Value);
    }

    private static async Task<EventResult[]> DeliverAsync(TestCentre centre, string source, string contact)
    {
        var key = new KeyHeld(Ids.New<KeyId>(), source, source, Actor.System);
        return await centre.Services.GetRequiredService<ContactDeliveries>().AcceptAsync(
            new EventsTold(
                [new ContactEvent { Id = contact, Contact = contact, Type = "arrived", At = "2026-10-09T08:00:00Z", Queue = "Repairs" }], null), key);
    }

    private static async Task<string> FileAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-{Ids.New():N}.log");
        await File.WriteAllTextAsync(path, OneCall);
        return path;
    }

    private static async Task<TestCentre> InventedAsync(Database database)
    {
        var centre = await TestCentre.OpenAsync(database);
        await MarkAsync(centre);
        return centre;
    }

    private static async Task MarkAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        await centre.Services.GetRequiredService<CentreInForce>().MarkDemoAsync(db, DemoAccounts.Place, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
