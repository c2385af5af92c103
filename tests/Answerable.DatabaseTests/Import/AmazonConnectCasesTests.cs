using System.Text.Json;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Measures;
using Answerable.App.Privacy;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

/// <summary>Contact trace records as a real instance sends them; named after the cases of real users.</summary>
public sealed class AmazonConnectCasesTests
{
    private const string Ctr = "amazon-connect-ctr";

    [Theory, EachDatabase]
    public async Task Case_a1_a_customer_rung_back_is_one_contact_and_not_abandoned(Database database)
    {
        var asked = Record("cb-1", "INBOUND", "14:05:10", next: "cb-2", queue: ("Billing", "14:05:10", 210));
        var rung = Record("cb-2", "CALLBACK", "14:08:40", initial: "cb-1", previous: "cb-1", queue: ("CallbackQueue", "14:09:40", 45),
            agent: ("one", 140));
        foreach (var order in new[] { asked + rung, rung + asked })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            await centre.ImportTextAsync(Ctr, order);
            var contact = await OnlyAsync(centre);
            Assert.Equal((ContactState.Handled, Direction.Callback, 45_000L, 140_000L, "one"),
                (contact.State, contact.Direction, contact.WaitMs!.Value, contact.TalkMs, contact.AgentName));
            Assert.Equal((0.0, 1L), await FigureAsync(centre, "abandonment"));
        }
        // What went on is not abandoned though its other half has not come yet.
        await using var half = await TestCentre.OpenAsync(database);
        await half.ImportTextAsync(Ctr, asked);
        Assert.Equal(ContactState.Waiting, (await OnlyAsync(half)).State);
    }

    [Theory, EachDatabase]
    public async Task Case_a2_outbound_is_a_direction_of_its_own_and_listening_is_nobodys_contact(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Ctr, Record("in-1", "INBOUND", "09:00:00", queue: ("Billing", "09:00:10", 60), agent: ("one", 100))
            + Record("out-1", "OUTBOUND", "09:10:00", queue: ("Billing", "09:10:00", 0), agent: ("one", 50))
            + Record("out-2", "OUTBOUND", "09:20:00", queue: ("Billing", "09:20:00", 0))
            + Record("out-3", "EXTERNAL_OUTBOUND", "09:30:00", initial: "in-1", queue: ("Billing", "09:30:00", 0), agent: ("one", 70))
            + Record("out-4", "API", "09:35:00", queue: ("Billing", "09:35:00", 0), agent: ("one", 80))
            + Record("mon-1", "MONITOR", "09:40:00", initial: "in-1", agent: ("supervisor", 300)));
        Assert.Equal((6, 6, 0), (report.Contacts, report.Imported, report.Rejected));
        Assert.Equal((0.0, 1L), await FigureAsync(centre, "service-level-f3"));
        Assert.Equal((0.0, 1L), await FigureAsync(centre, "abandonment"));
        Assert.Equal((60.0, 1L), await FigureAsync(centre, "speed-of-answer"));
        Assert.Equal((75.0, 4L), await FigureAsync(centre, "handling-time"));
        Assert.Equal((1.0, 4.0), ((await FigureAsync(centre, "contacts")).Value, (await FigureAsync(centre, "contacts-outbound")).Value));
        Assert.Equal(["listening", "no-customer", "outbound"],
            report.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Case_a4_a_task_is_a_channel_of_its_own_and_chats_customers_begin_are_inbound(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.ImportTextAsync(Ctr, Record("task-1", "API", "12:00:00", channel: "TASK", queue: ("Billing", "12:00:00", 7200),
            agent: ("one", 600))
            + Record("chat-1", "API", "12:01:00", channel: "CHAT", queue: ("Billing", "12:01:00", 20), agent: ("one", 300))
            + Record("em-1", "INBOUND", "12:02:00", channel: "EMAIL", queue: ("Billing", "12:02:00", 3600), agent: ("one", 300)));
        await using var db = centre.OpenDb();
        Assert.Equal([(Channel.Task, Direction.Inbound), (Channel.Chat, Direction.Inbound), (Channel.Email, Direction.Inbound)],
            (await db.Set<ContactRow>().OrderBy(row => row.ArrivedAt).ToListAsync()).Select(row => (row.Channel, row.Direction)));
        Assert.Equal((20.0, 1L), await FigureAsync(centre, "speed-of-answer", "Chat"));
    }

    /// <summary>Nulls everywhere, a contact sent again out of order, a record that does not say when it was written.</summary>
    [Theory, EachDatabase]
    public async Task Case_a5_nulls_and_records_sent_again_out_of_order(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var report = await centre.ImportTextAsync(Ctr, "\uFEFF" + Record("n-1", "INBOUND", "13:00:00")
            + Record("n-2", "INBOUND", "13:05:00", queue: ("Billing", "13:05:00", 30), agent: ("one", 90), wrap: 30, written: "13:10:00")
            + Record("n-2", "INBOUND", "13:05:00", queue: ("Billing", "13:05:00", 30), agent: ("one", 90), written: "13:08:00")
            + Record("n-3", "INBOUND", "13:06:00", written: null));
        Assert.Equal((4, 3, 0), (report.Rows, report.Contacts, report.Rejected));
        await using var db = centre.OpenDb();
        var handled = (await db.Set<ContactRow>().SingleAsync(row => row.State == ContactState.Handled)).Contact();
        Assert.Equal((30_000L, 90_000L, 30_000L), (handled.WaitMs!.Value, handled.TalkMs, handled.WrapMs));
        Assert.Equal(2, await db.Set<ContactRow>().CountAsync(row => row.State == ContactState.Excluded));
    }

    /// <summary>The files as they are kept, byte for byte.</summary>
    [Theory, EachDatabase]
    public async Task The_files_of_the_cases_come_to_what_they_should(Database database)
    {
        await using (var callback = await OfFileAsync(database, "a1-callback"))
        {
            var contact = await OnlyAsync(callback);
            Assert.Equal((ContactState.Handled, Direction.Callback, 45_000L, 140_000L),
                (contact.State, contact.Direction, contact.WaitMs!.Value, contact.TalkMs));
            Assert.Equal((0.0, 1L), await FigureAsync(callback, "abandonment"));
        }
        await using (var outbound = await OfFileAsync(database, "a2-outbound"))
        {
            Assert.Equal((0.0, 1L), await FigureAsync(outbound, "service-level-f3"));
            Assert.Equal((1.0, 3.0), ((await FigureAsync(outbound, "contacts")).Value, (await FigureAsync(outbound, "contacts-outbound")).Value));
            var listed = (await outbound.AskAsync(new ContactsBehind(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue)
            { Only = new Dictionary<Dimension, string> { [Dimension.Direction] = nameof(Direction.Outbound) } })).Value;
            Assert.Equal((3, true), (listed.Total, listed.Contacts.All(line => line.Direction is Direction.Outbound)));
        }
        await using (var channels = await OfFileAsync(database, "a4-channels"))
            Assert.Equal([(Channel.Email, Direction.Inbound), (Channel.Chat, Direction.Inbound), (Channel.Task, Direction.Inbound)],
                (await AllAsync(channels)).Select(contact => (contact.Channel, contact.Direction)).Order());
        await using var nulls = await OfFileAsync(database, "a5-nulls-resent");
        Assert.Equal((30_000L, 90_000L, 30_000L), Assert.Single(
            (await AllAsync(nulls)).Where(contact => contact.State is ContactState.Handled).Select(contact =>
                (contact.WaitMs!.Value, contact.TalkMs, contact.WrapMs))));
    }

    private static async Task<TestCentre> OfFileAsync(Database database, string name)
    {
        var centre = await TestCentre.OpenAsync(database);
        var path = Path.Combine(Path.GetTempPath(), $"answerable-case-{App.Ids.New():N}.json");
        await using (var kept = typeof(AmazonConnectCasesTests).Assembly.GetManifestResourceStream(
            $"Answerable.DatabaseTests.Fixtures.Cases.{name}.json")!)
        await using (var file = File.Create(path))
            await kept.CopyToAsync(file);
        Assert.Equal(0, (await centre.ImportAsync(Ctr, path)).Rejected);
        File.Delete(path);
        return centre;
    }

    /// <summary>Sent on from queue to queue while waiting, from agent to agent, and to a flow after the end: one customer's way, in any
    /// order.</summary>
    [Theory, EachDatabase]
    public async Task Legs_of_one_way_are_one_contact_and_nothing_that_went_on_is_abandoned(Database database)
    {
        string[][] ways =
        [
            [
                Record("q-1", "INBOUND", "10:00:00", next: "q-2", queue: ("First", "10:00:00", 90)),
                Record("q-2", "QUEUE_TRANSFER", "10:01:30", initial: "q-1", previous: "q-1", queue: ("Second", "10:01:30", 10), agent: ("one", 60)),
            ],
            [
                Record("t-1", "INBOUND", "11:00:00", next: "t-2", queue: ("First", "11:00:00", 15), agent: ("one", 30)),
                Record("t-2", "TRANSFER", "11:00:45", initial: "t-1", previous: "t-1", next: "t-3", queue: ("Second", "11:00:45", 40)),
                Record("t-3", "DISCONNECT", "11:01:25", initial: "t-1", previous: "t-2"),
            ],
            [Record("l-1", "INBOUND", "12:00:00", next: "l-2", queue: ("First", "12:00:00", 90)),
                Record("l-2", "QUEUE_TRANSFER", "12:01:30", initial: "l-1", previous: "l-1", queue: ("Second", "12:01:30", 10))],
        ];
        foreach (var backwards in new[] { false, true })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            var records = ways.SelectMany(way => way).ToArray();
            if (backwards)
                Array.Reverse(records);
            foreach (var record in records)
                await centre.ImportTextAsync(Ctr, record);
            var contacts = await AllAsync(centre);
            Assert.Equal(
                [(ContactState.Handled, 100_000L, 60_000L, "Second", "one"), (ContactState.Handled, 15_000L, 30_000L, "Second", "one"),
                (ContactState.Abandoned, 100_000L, 0L, "Second", null)],
                contacts.Select(contact => (contact.State, contact.WaitMs!.Value, contact.TalkMs, contact.Queue, contact.AgentName)));
            Assert.Equal((100.0 / 3, 3L), await FigureAsync(centre, "abandonment"));
            var again = await centre.ImportTextAsync(Ctr, string.Concat(records));
            Assert.Equal((0, 7), (again.Imported, again.Unchanged));
        }
    }

    /// <summary>A record that comes again, with its wrap-up or another leg, after its customer was erased makes them known to nobody.</summary>
    [Theory, EachDatabase]
    public async Task What_comes_again_of_an_erased_customer_makes_nobody_known(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        const string Number = "+441632960123";
        string Told(string written, int wrap) => Record("in-1", "INBOUND", "09:00:00", queue: ("Billing", "09:00:10", 60), agent: ("one", 100),
            wrap: wrap, written: written, customer: Number);
        await centre.ImportTextAsync(Ctr, Told("10:00:00", 0));
        Assert.True((await centre.DoAsync(new EraseCustomer(Number, "Request"))).Allowed);
        Assert.Equal(1, (await centre.ImportTextAsync(Ctr, Told("11:00:00", 20))).Imported);
        await centre.ImportTextAsync(Ctr, Record("in-2", "TRANSFER", "09:05:00", initial: "in-1", previous: "in-1",
            queue: ("Second", "09:05:00", 5), agent: ("two", 30), customer: Number));
        Assert.Equal(20_000, (await OnlyAsync(centre)).WrapMs);
        await using var db = centre.OpenDb();
        Assert.Empty(await db.Set<CustomerRow>().Where(row => row.ErasedAt == null).ToListAsync());
        // Who rings again is a customer again.
        await centre.ImportTextAsync(Ctr, Record("in-9", "INBOUND", "15:00:00", queue: ("Billing", "15:00:10", 6), customer: Number));
        Assert.Single(await db.Set<CustomerRow>().Where(row => row.ErasedAt == null).ToListAsync());
    }

    private static string Record(string id, string how, string at, string channel = "VOICE", string? initial = null, string? previous = null,
        string? next = null, (string Name, string At, int Seconds)? queue = null, (string Name, int Talk)? agent = null, int wrap = 0,
        string? written = "23:00:00", string? customer = null) => JsonSerializer.Serialize(new
        {
            ContactId = id,
            InitialContactId = initial ?? id,
            PreviousContactId = previous,
            NextContactId = next,
            Channel = channel,
            CustomerEndpoint = customer is null ? null : new { Address = customer },
            InitiationMethod = how,
            InitiationTimestamp = At(at),
            Queue = queue is { } own ? new { own.Name, EnqueueTimestamp = At(own.At), Duration = own.Seconds } : null,
            Agent = agent is { } who
                ? new
                {
                    Username = who.Name,
                    ConnectedToAgentTimestamp = At(queue is { } of ? of.At : at),
                    AgentInteractionDuration = who.Talk,
                    AfterContactWorkDuration = wrap,
                }
                : null,
            LastUpdateTimestamp = written is null ? null : At(written),
        }) + "\n";

    private static string At(string clock) => $"2026-03-03T{clock}Z";

    private static async Task<Contact> OnlyAsync(TestCentre centre) => Assert.Single(await AllAsync(centre));

    private static async Task<List<Contact>> AllAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return (await db.Set<ContactRow>().AsNoTracking().OrderBy(row => row.ArrivedAt).ToListAsync()).ConvertAll(row => row.Contact());
    }

    private static async Task<(double? Value, long? Of)> FigureAsync(TestCentre centre, string kpi, string? channel = null)
    {
        var asked = new KpiFigures(kpi, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4))
        {
            Whole = true,
            Only = channel is null ? new Dictionary<Dimension, string>() : new Dictionary<Dimension, string> { [Dimension.Channel] = channel },
        };
        var figure = (await centre.AskAsync(asked)).Value.Total;
        return (figure.Value, figure.Denominator);
    }
}
