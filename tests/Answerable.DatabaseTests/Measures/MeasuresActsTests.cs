using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.App.Planning;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Measures;

public sealed class MeasuresActsTests
{
    [Theory, EachDatabase]
    public async Task The_versions_of_a_definition_stand_the_newest_first_with_who_and_why(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new ChangeDefinition("fcr", new DateOnly(2026, 9, 10), 20, 5, 14, "The regulator counts fourteen days."));
        var lines = (await centre.AskAsync(new DefinitionHistory("fcr"))).Value;
        Assert.Equal(
            [(2, new DateOnly(2026, 9, 10), 14, "The regulator counts fourteen days."), (1, null, KpiParameters.Usual.WindowDays, "As shipped.")],
            lines.Select(line => (line.Version, line.From, line.Parameters.WindowDays, line.Reason)));
        Assert.Equal("not-found", (await centre.AskAsync(new DefinitionHistory("happiness"))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task What_a_series_can_be_taken_from_is_the_journals_queues_types_and_dates(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.Null((await centre.AskAsync(new JournalQueues())).Value.First);
        await new Recorded(centre).Answered(2, 1000, "water").About(1, "leak", 12).DeliverAsync();
        var found = (await centre.AskAsync(new JournalQueues())).Value;
        Assert.Equal(["main", "water"], found.Queues.Select(queue => queue.Label));
        Assert.Equal("leak", Assert.Single(found.Types, type => type.Label == "leak").Key);
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 13)), (found.First, found.Last));
    }

    /// <summary>Another server already tells something this one does not know: nothing of the contact is lost, and nothing else stands
    /// still.</summary>
    [Theory, EachDatabase]
    public async Task A_fact_of_a_later_version_stops_neither_timelines_nor_a_rebuild_and_its_contact_is_left_as_it_is(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(3, 1000).DeliverAsync();
        await using var db = centre.OpenDb();
        var ids = await db.Set<ContactRow>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        await centre.Writer.AppendAsync(
            [new Entry(Recorded.Start, FactKind.Live, "test", "later", ids[0].Value, null, "contact.handed-to-machine", """{"model":"m9"}""")]);
        await centre.Writer.AppendAsync(
            [new Entry(Recorded.Start, FactKind.Live, "test", "later still", ids[1].Value, null, "contact.arrived",
            """{"channel":"telepathy","queue":"main"}""")]);
        await db.Set<ContactRow>().Where(row => row.Id == ids[0] || row.Id == ids[2])
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Queue, "bent"), TestContext.Current.CancellationToken);

        var lines = (await centre.AskAsync(new ContactTimeline(ids[0]))).Value.Lines;
        Assert.Equal("Contact handed to machine.", lines[^1].Words);
        Assert.Equal("Contact arrived.", (await centre.AskAsync(new ContactTimeline(ids[1]))).Value.Lines[^1].Words);
        var found = await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((3, 1), (found.Contacts, found.PutRight));
        Assert.Equal("bent", (await centre.AskAsync(new ContactTimeline(ids[0]))).Value.Contact.Queue);
        Assert.Equal("main", (await centre.AskAsync(new ContactTimeline(ids[2]))).Value.Contact.Queue);
        Assert.Equal(0, (await centre.DoAsync(new FoldContactsAgain([.. ids.Select(id => id.Value)]))).Value);
        Assert.Equal(3, (await centre.AskAsync(new KpiFigures("contacts", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)))).Value.Total.Value);
    }

    /// <summary>Deliverers that do not keep order, and desks that hear of things before telephony does.</summary>
    [Theory, EachDatabase]
    public async Task A_transfer_told_backwards_is_kept_and_measured_as_one_told_in_order(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        ContactFact[] story = [new ContactArrived(Channel.Phone, "main"), new ContactAnswered(null, null, "ANN"), new ContactTyped("leak"),
            new ContactAnswered(null, null, "BOB"), new ContactTyped("meter"), new ContactEnded(), new ContactWrapped()];
        foreach (var contact in new[] { 1, 2 })
            foreach (var place in contact == 1 ? Enumerable.Range(0, story.Length) : Enumerable.Range(0, story.Length).Reverse())
                await centre.Writer.AppendAsync(
                    [Entry.Of(story[place], Recorded.Start.AddSeconds(20 * place), FactKind.Live, "test", $"{contact}-{place}",
                    new Guid(contact, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9), null)]);
        await using var db = centre.OpenDb();
        var kept = (await db.Set<ContactRow>().ToListAsync(TestContext.Current.CancellationToken))
            .ConvertAll(row => row.Contact() with { Id = default });
        Assert.Equal(kept[0], kept[1]);
        Assert.Equal((20_000L, 80_000L, 20_000L, "BOB", "meter"), (kept[0].WaitMs, kept[0].TalkMs, kept[0].WrapMs, kept[0].AgentName, kept[0].Type));
        Assert.Equal(20, (await centre.AskAsync(new KpiFigures("wait-max", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)))).Value.Total.Value);
    }
}
