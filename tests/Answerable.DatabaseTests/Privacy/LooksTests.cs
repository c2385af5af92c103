using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.App.Privacy;
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
