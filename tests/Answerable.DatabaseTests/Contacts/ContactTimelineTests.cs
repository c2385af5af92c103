using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Conduct;
using Answerable.DatabaseTests.Measures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Contacts;

/// <summary>A contact's own page speaks as people do, and as the list beside it does.</summary>
public sealed class ContactTimelineTests
{
    [Theory, EachDatabase]
    public async Task Types_procedures_and_endings_stand_under_their_names(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.Must(new StartContact(Channel.Phone, "complaint"), desk.Agent);
        await desk.Must(new DoStep(contact, "n1", await desk.TurnAsync(contact), new Dictionary<string, string> { ["account"] = "77" }, Said: true),
            desk.Agent);
        await desk.Must(new AnswerDecision(contact, "n2", await desk.TurnAsync(contact), "a2"), desk.Agent);
        await desk.Must(new FinishWrap(contact), desk.Agent);
        var found = await desk.Look(new ContactTimeline(contact), desk.Manager);
        Assert.Equal("Complaint", found.Type);
        var words = found.Lines.Select(line => line.Words).ToList();
        Assert.Contains("Found to be about Complaint.", words);
        Assert.Contains("Guided by version 1 of 'Complaint'.", words);
        Assert.Contains("Recorded as not resolved: Explained.", words);
        Assert.DoesNotContain(words, line => line.Contains("n5", StringComparison.Ordinal) || line.Contains("complaint", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_customer_who_was_erased_is_not_said_to_be_known(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        await using var web = new WebCentre(kept);
        var customer = (await web.Dispatcher.DoAsync(new KnowCustomers(["AC 77"]), Actor.System)).Value["AC 77"];
        var contact = App.Ids.New<ContactId>();
        await web.Services.GetRequiredService<Writer>().AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "main", null, customer),
            Recorded.Start, FactKind.Live, "cti", "1", contact.Value, null)]);
        var client = await web.SignedInAsync(Role.Manager);
        Assert.Contains("Customer Known", Rendered.Words(await client.GetStringAsync($"/contacts/{contact}")), StringComparison.Ordinal);
        Assert.True((await web.Dispatcher.DoAsync(new EraseCustomer("AC 77", "Their request"), Actor.System)).Allowed);
        var page = Rendered.Words(await client.GetStringAsync($"/contacts/{contact}"));
        Assert.Contains("Customer Erased ", page, StringComparison.Ordinal);
        Assert.NotNull((await web.Dispatcher.AskAsync(new ContactTimeline(contact), Actor.System)).Value.CustomerErasedAt);
    }

    [Theory, EachDatabase]
    public async Task A_contact_no_procedure_guided_is_resolved_without_a_code_and_an_unknown_type_stays_as_it_was_told(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var free = await desk.Must(new StartContact(Channel.Phone), desk.Agent);
        await desk.Must(new FinishWrap(free, Resolved: true), desk.Agent);
        Assert.Contains("Recorded as resolved.", (await desk.Look(new ContactTimeline(free), desk.Manager)).Lines.Select(line => line.Words));

        var told = App.Ids.New<ContactId>();
        await desk.Centre.Writer.AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "main", "meter-43"),
            Recorded.Start, FactKind.Live, "cti", "1", told.Value, null)]);
        var found = (await desk.Centre.AskAsync(new ContactTimeline(told))).Value;
        Assert.Equal(("meter-43", "Arrived by phone for the queue main, about meter-43."), (found.Type, Assert.Single(found.Lines).Words));
    }

    [Theory, EachDatabase]
    public async Task The_list_its_download_and_the_contacts_page_say_the_same_of_what_it_took_and_nothing_before_it_is_closed(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        await using var web = new WebCentre(kept);
        var (closed, open) = (new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5));
        await web.Services.GetRequiredService<Writer>().AppendAsync([
            Whole(closed, "1"),
            Of(open, "2", 0, new ContactArrived(Channel.Phone, "main")), Of(open, "3", 1, new ContactAnswered(null, null, "Ann"))]);
        var client = await web.SignedInAsync(Role.Manager);
        var query = "?from=2026-09-01&last=2026-09-01";
        var list = await client.GetStringAsync("/contacts" + query);
        Assert.Contains("data-label=\"Handled in\">1 min 13 s</td>", list, StringComparison.Ordinal);
        Assert.Contains("data-label=\"Handled in\"></td>", list, StringComparison.Ordinal);
        Assert.Contains("<dt>Handled in</dt><dd>1 min 13 s</dd>", await client.GetStringAsync($"/contacts/{closed}"), StringComparison.Ordinal);
        Assert.Contains("<dt>Handled in</dt><dd>Not closed yet</dd>", await client.GetStringAsync($"/contacts/{open}"), StringComparison.Ordinal);
        var rows = (await client.GetStringAsync("/contacts.csv" + query)).Split('\n');
        Assert.Contains(rows, row => row.StartsWith($"{closed}", StringComparison.Ordinal) && row.Contains(",73000,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith($"{open}", StringComparison.Ordinal) && row.Contains(",60000,,", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task By_what_it_took_those_not_closed_come_before_all_others(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (closed, open) = (new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5));
        await centre.Writer.AppendAsync([
            Whole(closed, "1"),
            Of(open, "2", 0, new ContactArrived(Channel.Phone, "main")), Of(open, "3", 1, new ContactAnswered(null, null, "Ann")),
            Of(open, "4", 9, new ContactEnded())]);
        var found = (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1))
        { Order = App.Acts.Order.Read("handled-in") })).Value.Contacts;
        Assert.Equal([(open, (long?)null), (closed, 73_000L)], found.Select(line => (line.Id.Value, line.HandledInMs)));
    }

    private static Entry Whole(Guid id, string key) => Entry.Of(
        new ContactRecorded(Channel.Phone, "main", null, null, ContactState.Handled, 1000, 60_600, 7_600, 4_800, null, "Ann", null),
        Recorded.Start, FactKind.Live, "test", key, id, null);

    private static Entry Of(Guid id, string key, int minute, Fact fact) =>
        Entry.Of(fact, Recorded.Start.AddMinutes(minute), FactKind.Live, "test", key, id, null);
}
