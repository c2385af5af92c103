using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Home;
using Answerable.App.Measures;
using Answerable.App.Privacy;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Privacy;

/// <summary>Who looked at customers' data is on record, by numbers only.</summary>
public sealed class LooksTests
{
    private static readonly Actor Key = Actor.Key("Rota", Permission.ReadContacts, Permission.EraseCustomers, Permission.ReadLooks);

    [Theory, EachDatabase]
    public async Task Who_opens_a_contact_is_found_by_the_customers_reference_and_the_question_is_on_record_too(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (customer, contact) = await ContactAsync(centre, "AC-77");
        var (_, another) = await ContactAsync(centre, "AC-78");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        await centre.AskAsync(new ContactTimeline(another), Key);
        await centre.AskAsync(new ContactTimeline(Ids.New<ContactId>()), Key);

        var sought = (await centre.AskAsync(new SoughtCustomer("ac-77"), Key)).Value;
        Assert.Equal(customer, sought);
        var found = await LooksAsync(centre, sought);
        Assert.Equal([(Sight.CustomerSearch, customer.Value), (Sight.Contact, contact.Value)],
            found.Lines.Select(line => (line.Sight, line.Subject!.Value)));
        Assert.All(found.Lines, line => Assert.Equal("Rota", line.Who));
        Assert.Contains((await LooksAsync(centre)).Lines, line => line is { Sight: Sight.Looks } && line.Subject == customer.Value);
        Assert.DoesNotContain((await LooksAsync(centre)).Lines, line => line.Who.Contains("AC-7", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, EachDatabase]
    public async Task The_same_again_within_ten_minutes_is_one_line_and_a_line_of_its_own_later(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (_, contact) = await ContactAsync(centre, "AC-77");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        centre.Time.Advance(TimeSpan.FromMinutes(9));
        await centre.AskAsync(new ContactTimeline(contact), Key);
        await centre.AskAsync(new ContactTimeline(contact), Actor.Key("Another", Permission.ReadContacts));
        Assert.Equal(["Another", "Rota"], await ByAsync(centre));
        centre.Time.Advance(TimeSpan.FromMinutes(2));
        await centre.AskAsync(new ContactTimeline(contact), Key);
        Assert.Equal(["Rota", "Another", "Rota"], await ByAsync(centre));

        static async Task<string[]> ByAsync(TestCentre centre) =>
            [.. (await LooksAsync(centre)).Lines.Where(line => line.Sight is Sight.Contact).Select(line => line.Who)];
    }

    [Theory, EachDatabase]
    public async Task An_erasure_and_a_download_are_on_record_and_what_was_looked_at_before_stays_and_tells_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (customer, contact) = await ContactAsync(centre, "AC-77");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        await centre.AskAsync(new ContactsBehind(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue) { Most = 1000 }, Key);
        await centre.AskAsync(new ContactsBehind(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), Key);
        Assert.True((await centre.DoAsync(new EraseCustomer("AC-77", "Request"), Key)).Allowed);

        Assert.Equal([Sight.Erasure, Sight.ContactsDownload, Sight.Contact], (await LooksAsync(centre)).Lines
            .Select(line => line.Sight).Where(sight => sight is not Sight.Looks));
        Assert.Equal("customer.unknown", (await centre.AskAsync(new SoughtCustomer("AC-77"), Key)).Refusals[0].Code);
        Assert.Contains((await LooksAsync(centre, customer)).Lines, line => line.Subject == contact.Value);
    }

    [Theory, EachDatabase]
    public async Task Whoever_looks_what_an_erasure_would_do_and_leaves_it_at_that_is_on_record(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Centre.DoAsync(new KnowCustomers(["AC 78"]), Actor.System);
        var officer = Actor.Of(Ids.New<PersonId>(), "Cora Compliance", [Role.Compliance], null);
        await desk.Look(new ErasureForeseen("AC 78"), officer);
        Assert.DoesNotContain((await LooksAsync(desk.Centre)).Lines, line => line.Sight is Sight.CustomerSearch);
        await desk.Look(new ErasureForeseen("AC 77"), officer);
        Assert.Single((await LooksAsync(desk.Centre)).Lines, line => line.Sight is Sight.CustomerSearch);
    }

    [Theory, EachDatabase]
    public async Task The_reason_of_an_erasure_does_not_keep_what_is_erased(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["D6", "AC-77/12", "17"]), Actor.System);
        foreach (var (reference, reason) in new[] { ("D6", "Request of d6, in May"), ("AC-77/12", "ac 77 12 asked for it") })
        {
            var refused = await centre.DoAsync(new EraseCustomer(reference, reason), Actor.System);
            Assert.Equal(("customer.named-in-reason", "Reason"), (Assert.Single(refused.Refusals).Code, refused.Refusals[0].Field));
            Assert.True((await centre.DoAsync(new EraseCustomer(reference, "Request D60 of 6 May"), Actor.System)).Allowed);
        }
        Assert.True((await centre.DoAsync(new EraseCustomer("17", "Request of 17 May"), Actor.System)).Allowed);
    }

    [Theory, EachDatabase]
    public async Task Each_download_is_a_line_of_its_own(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var hour in Enumerable.Range(0, 3))
            await centre.AskAsync(new ContactsBehind(DateTimeOffset.UnixEpoch.AddHours(hour), DateTimeOffset.MaxValue) { Most = 1000 }, Key);
        Assert.Equal(3, (await LooksAsync(centre)).Lines.Count(line => line.Sight is Sight.ContactsDownload));
    }

    [Theory, EachDatabase]
    public async Task Whoever_finds_a_customers_contacts_by_their_reference_is_on_record(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.AtGoodwillAsync(reference: "AC 77");
        foreach (var words in new[] { "compl", "AC 78", "1" })
            await desk.Look(new PlacesNamed(words), desk.Manager);
        Assert.DoesNotContain((await LooksAsync(desk.Centre)).Lines, line => line.Sight is Sight.CustomerSearch);
        Assert.NotEmpty(await desk.Look(new PlacesNamed("ac 77"), desk.Manager));
        await using var db = desk.Centre.OpenDb();
        var customer = (await db.Set<HandlingRow>().SingleAsync()).Customer!.Value;
        var line = Assert.Single((await LooksAsync(desk.Centre, customer)).Lines, line => line.Sight is Sight.CustomerSearch);
        Assert.Equal((desk.Manager.Name, customer.Value), (line.Who, line.Subject));
        // Whom nothing is shown has found out nothing.
        Assert.Empty(await desk.Look(new PlacesNamed("AC 77"), Actor.Of(Ids.New<PersonId>(), "Somebody", [Role.Agent], null)));
        Assert.Single((await LooksAsync(desk.Centre, customer)).Lines, line => line.Sight is Sight.CustomerSearch);
    }

    [Theory, EachDatabase]
    public async Task What_was_kept_although_its_keeper_was_told_otherwise_is_not_kept_twice(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var rows = Enumerable.Range(0, 3).Select(_ => new LookRow { Id = Ids.New(), At = centre.Time.GetUtcNow(), Hand = "Rota" }).ToList();
        await KeepAsync(rows[..2]);
        await KeepAsync(rows);
        await KeepAsync(rows);
        Assert.Equal(3, (await LooksAsync(centre)).Total);

        Task KeepAsync(List<LookRow> some) => centre.Writer.AppendAsync([], (db, _) => LookRow.AddAsync(db, some), [], CancellationToken.None);
    }

    [Theory, EachDatabase]
    public async Task Where_nothing_can_be_kept_what_there_is_is_shown_all_the_same_and_the_rest_waits(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (_, contact) = await ContactAsync(centre, "AC-77");
        await using var db = centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite
            ? "CREATE TRIGGER none BEFORE INSERT ON privacy_looks BEGIN SELECT RAISE(ABORT, 'not now'); END"
            : "ALTER TABLE privacy_looks ADD CONSTRAINT none CHECK (false)");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        Assert.Empty((await LooksAsync(centre)).Lines);
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite ? "DROP TRIGGER none" : "ALTER TABLE privacy_looks DROP CONSTRAINT none");
        Assert.Contains((await LooksAsync(centre)).Lines, line => line.Sight is Sight.Contact);
    }

    /// <summary>An "or", or a question within the question, and all looks of years are gone through for one customer's.</summary>
    [Theory, EachDatabase]
    public async Task Who_looked_at_one_customer_is_found_by_the_numbers_alone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (customer, contact) = await ContactAsync(centre, "AC-77");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        using var asked = CountedCommands.Begin();
        Assert.NotEmpty((await LooksAsync(centre, customer)).Lines);
        var looks = asked.Texts.Where(text => text.Contains("subject", StringComparison.Ordinal)
            && text.StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(looks);
        Assert.All(looks, text => Assert.DoesNotContain(" OR ", text, StringComparison.Ordinal));
        Assert.All(looks, text => Assert.DoesNotContain("journal_contacts", text, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_would_not_hold_them_all_is_refused(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        for (var number = 0; number < 52; number++)
            await ContactAsync(centre, $"AC-{number}");
        Assert.Equal(52, (await AsFile(52)).Value.Contacts.Count);
        Assert.Contains("52 rows, and a file holds 51", (await AsFile(51)).Refusals[0].Text, StringComparison.Ordinal);
        var rows = Enumerable.Range(0, 60).Select(_ => new LookRow { Id = Ids.New(), At = centre.Time.GetUtcNow(), Hand = "Rota" }).ToList();
        await centre.Writer.AppendAsync([], (db, _) => LookRow.AddAsync(db, rows), [], CancellationToken.None);
        var all = new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        Assert.Equal("file.too-many", (await centre.AskAsync(all with { Most = 51 }, Key)).Refusals[0].Code);
        Assert.True((await centre.AskAsync(all with { Most = WhoLooked.MostInAFile }, Key)).Allowed);
        Assert.True((await centre.AskAsync(all, Key)).Allowed);

        Task<Outcome<ContactsBehind.Listing>> AsFile(int most) =>
            centre.AskAsync(new ContactsBehind(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue) { Most = most }, Key);
    }

    [Theory, EachDatabase]
    public async Task A_polite_stop_loses_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (_, contact) = await ContactAsync(centre, "AC-77");
        await using (var beside = await centre.BesideAsync())
            await beside.AskAsync(new ContactTimeline(contact), Key);
        await using var db = centre.OpenDb();
        Assert.Equal(contact.Value, (await db.Set<LookRow>().AsNoTracking().SingleAsync()).Subject);
    }

    [Theory, EachDatabase]
    public async Task It_is_kept_as_long_as_the_centre_says_and_no_longer(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (_, contact) = await ContactAsync(centre, "AC-77");
        await centre.AskAsync(new ContactTimeline(contact), Key);
        Assert.Equal(730, (await LooksAsync(centre)).Days);
        Assert.Equal("looks.days", (await centre.DoAsync(new ChangeLookRules(29))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new ChangeLookRules(30, 1))).Allowed);
        Assert.Equal(new LookRules.View(30, 2), (await centre.AskAsync(new LookRules())).Value);
        Assert.Equal("changed-meanwhile", (await centre.DoAsync(new ChangeLookRules(40, 1))).Refusals[0].Code);
        centre.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, (await centre.DoAsync(new ForgetLooks())).Value);
        centre.Time.Advance(TimeSpan.FromDays(2));
        Assert.InRange((await centre.DoAsync(new ForgetLooks())).Value, 1, 2);
        Assert.DoesNotContain((await LooksAsync(centre)).Lines, line => line.Sight is Sight.Contact);
    }

    [Fact]
    public async Task Nobody_sees_it_but_compliance_and_administrators()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role is Role.Compliance or Role.Administrator, (await centre.AskAsync(
                new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), Actor.Of(Ids.New<PersonId>(), "Somebody", [role], null))).Allowed);
    }

    private static async Task<WhoLooked.Listing> LooksAsync(TestCentre centre, CustomerId? customer = null) =>
        (await centre.AskAsync(new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, Customer: customer), Key)).Value;

    private static async Task<(CustomerId, ContactId)> ContactAsync(TestCentre centre, string reference)
    {
        var customer = (await centre.DoAsync(new KnowCustomers([reference]))).Value[reference];
        var contact = Ids.New<ContactId>();
        await centre.Writer.AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "general", null, customer), centre.Time.GetUtcNow(),
            FactKind.Live, "test", reference, contact.Value, null)]);
        await centre.Writer.AppendAsync([Entry.Of(
            new ContactAbandoned(), centre.Time.GetUtcNow(), FactKind.Live, "test", reference + "-2", contact.Value, null)]);
        return (customer, contact);
    }
}
