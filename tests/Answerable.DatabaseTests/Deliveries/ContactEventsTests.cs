using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.Extensions.DependencyInjection;
using static Answerable.DatabaseTests.Deliveries.Telephony;

namespace Answerable.DatabaseTests.Deliveries;

public sealed class ContactEventsTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task The_same_contact_delivered_three_times_is_one_contact()
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        string[] call =
        [
            """{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z","queue":"Repairs","customer":"A-1"}""",
            """{"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35+00:00","agentName":"Jo"}""",
            """{"id":"3","contact":"c","type":"held","at":"2026-10-09T08:01:00Z"}""",
            """{"id":"4","contact":"c","type":"retrieved","at":"2026-10-09T09:01:30+01:00"}""",
            """{"id":"5","contact":"c","type":"ended","at":"2026-10-09T08:02:35Z"}""",
            """{"id":"6","contact":"c","type":"wrapped","at":"2026-10-09T08:02:45Z"}""",
        ];
        Assert.Equal((HttpStatusCode.OK, 6, 0, 0), await CountsAsync(client, $"[{string.Join(',', call)}]"));
        Assert.Equal((HttpStatusCode.OK, 0, 6, 0), await CountsAsync(client, $"[{string.Join(',', call)}]"));
        Assert.Equal((HttpStatusCode.OK, 0, 1, 0), await CountsAsync(client, call[3]));
        var contact = await client.GetFromJsonAsync<JsonElement>("/api/contacts/c");
        Assert.Equal(("handled", 35_000, 90_000, 30_000, 10_000), (
            contact.GetProperty("state").GetString(), contact.GetProperty("waitMs").GetInt32(), contact.GetProperty("talkMs").GetInt32(),
            contact.GetProperty("holdMs").GetInt32(), contact.GetProperty("wrapMs").GetInt32()));
    }

    /// <summary>The customer's wait runs from the first queueing; how long it was in each queue is told beside it.</summary>
    [Fact]
    public async Task Case_p2_moved_the_wait_in_each_queue_is_told_beside_the_customers_own()
    {
        var client = await KeyedAsync(one.Web);
        string[] call =
        [
            """{"id":"m1","contact":"moved","type":"arrived","at":"2026-10-09T08:00:00Z","queue":"First"}""",
            """{"id":"m2","contact":"moved","type":"queued","at":"2026-10-09T08:00:10Z","queue":"First"}""",
            """{"id":"m3","contact":"moved","type":"queued","at":"2026-10-09T08:01:40Z","queue":"Second"}""",
            """{"id":"m4","contact":"moved","type":"answered","at":"2026-10-09T08:01:50Z","agentName":"Ann"}""",
        ];
        await CountsAsync(client, $"[{string.Join(',', call)}]");
        var contact = await client.GetFromJsonAsync<JsonElement>("/api/contacts/moved");
        Assert.Equal((100_000, ("First", 90_000), ("Second", 10_000)),
            (contact.GetProperty("waitMs").GetInt32(), Wait(0), Wait(1)));

        (string?, int) Wait(int place) => (contact.GetProperty("waits")[place].GetProperty("queue").GetString(),
            contact.GetProperty("waits")[place].GetProperty("ms").GetInt32());
    }

    [Fact]
    public async Task Desks_are_told_at_once_that_somebody_waits()
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        var first = FirstAsync(centre.Services.GetRequiredService<Noticeboard>());
        Assert.Equal((HttpStatusCode.OK, 1, 0, 0),
            await CountsAsync(client, """{"id":"1","contact":"c","type":"typed","at":"2026-10-09T08:00:00Z","contactType":"leak"}"""));
        Assert.False(first.IsCompleted);
        await CountsAsync(client,
            """
            [{"id":"2","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"},
            {"id":"3","contact":"d","type":"arrived","at":"2026-10-09T08:00:01Z"}]
            """);
        Assert.Equal(Topics.Queue, (await first).Topic);
    }

    private static async Task<Notice> FirstAsync(Noticeboard noticeboard)
    {
        await foreach (var notice in noticeboard.Listen([Topics.Queue], TestContext.Current.CancellationToken))
            return notice;
        throw new InvalidOperationException("It listens until stopped.");
    }

    [Fact]
    public async Task Each_event_of_a_batch_stands_for_itself_and_is_answered_with_its_place_and_reason()
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        using var answer = await PostAsync(client, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35Z","agent":"nobody@here.example"},
             {"id":"3","contact":"c","type":"teleported","at":"2026-10-09T08:00:35Z"},
             {"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"}]
            """);
        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["accepted", "accepted", "refused", "duplicate"], results.Select(result => result.GetProperty("status").GetString()));
        Assert.Equal(["event.agent-unknown", "event.type-unknown"], results[1..3].Select(result => result.GetProperty("code").GetString()));
        Assert.Contains("arrived, queued, answered", results[2].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    /// <summary>By its code, or by its name however it is spaced and capitalised; what is neither is kept, and said with the codes.</summary>
    [Theory, EachDatabase]
    public async Task A_contact_type_is_delivered_by_its_code_or_its_name_and_one_not_known_is_said(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var centre = new WebCentre(kept, time);
        var client = await KeyedAsync(centre);
        Assert.Equal((null, "Missed  bin"), await TellAsync("Missed  bin"));
        await DefineAsync("missed-bin", "Missed bin collection");
        await DefineAsync("bulky", "Bulky waste");
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal((null, "missed-bin"), await TellAsync("missed-bin"));
        Assert.Equal((null, "missed-bin"), await TellAsync(" missed BIN  collection"));
        Assert.Equal((null, "bulky"), await TellAsync("BulkyWaste"));
        Assert.Equal(("event.contact-type-unknown contactType: 'Fly tip' is no contact type here, by code or by name: it is kept as told. "
            + "The codes are: bulky, missed-bin.", "Fly tip"), await TellAsync("Fly tip"));
        await DefineAsync("bulky-two", "Bulky Was te");
        time.Pass(TimeSpan.FromSeconds(31));
        Assert.Contains("is the name of 2 contact types here", (await TellAsync("bulky waste")).Said, StringComparison.Ordinal);

        async Task DefineAsync(string code, string name) =>
            Assert.True((await centre.Dispatcher.DoAsync(new DefineContactType(new ContactType(code, name, false)), Actor.System)).Allowed);

        async Task<(string? Said, string? Type)> TellAsync(string type)
        {
            var told = new[] { "arrived", "typed" }.Select(what => new
            {
                id = App.Ids.New(),
                contact = type + what,
                type = what,
                at = "2026-10-09T08:00:00Z",
                contactType = type
            });
            using var answer = await PostAsync(client, JsonSerializer.Serialize(told));
            var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToList();
            Assert.Equal(["accepted", "accepted"], results.Select(result => result.GetProperty("status").GetString()));
            var said = results.ConvertAll(result => result.TryGetProperty("code", out var code)
                ? $"{code} {result.GetProperty("field")}: {result.GetProperty("detail")}" : null);
            var types = new List<string?>();
            foreach (var what in new[] { "arrived", "typed" })
                types.Add((await client.GetFromJsonAsync<JsonElement>($"/api/contacts/{Uri.EscapeDataString(type + what)}"))
                    .GetProperty("contactType").GetString());
            Assert.Equal(types[0], types[1]);
            Assert.Equal(said[0], said[1]);
            return (said[0], types[0]);
        }
    }

    /// <summary>Case p2: an answer by an agent nobody here knows is kept under the name told, and said.</summary>
    [Fact]
    public async Task Case_p2_an_answer_by_an_unknown_agent_is_kept_with_the_name_as_told()
    {
        var client = await KeyedAsync(one.Web);
        Assert.Equal((HttpStatusCode.OK, 3, 0, 0), await CountsAsync(client, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35Z","agent":"nobody@here.example"},
             {"id":"3","contact":"c","type":"ended","at":"2026-10-09T08:01:35Z"}]
            """));
        var contact = await client.GetFromJsonAsync<JsonElement>("/api/contacts/c");
        Assert.Equal(("wrapping", "nobody@here.example", 35_000), (contact.GetProperty("state").GetString(),
            contact.GetProperty("agentName").GetString(), contact.GetProperty("waitMs").GetInt32()));
    }

    /// <summary>Cases p2 end-only, both and held-twice, over the wire.</summary>
    [Fact]
    public async Task Case_p2_what_does_not_agree_is_said_with_the_contact()
    {
        var client = await KeyedAsync(one.Web);
        await CountsAsync(client, """
            [{"id":"1","contact":"end-only","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"2","contact":"end-only","type":"ended","at":"2026-10-09T08:01:40Z"},
             {"id":"3","contact":"both","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"4","contact":"both","type":"abandoned","at":"2026-10-09T08:00:20Z"},
             {"id":"5","contact":"both","type":"answered","at":"2026-10-09T08:00:21Z","agentName":"Ann"},
             {"id":"6","contact":"both","type":"retrieved","at":"2026-10-09T08:00:30Z"},
             {"id":"7","contact":"both","type":"ended","at":"2026-10-09T08:01:40Z"},
             {"id":"8","contact":"both","type":"wrapped","at":"2026-10-09T08:01:50Z"},
             {"id":"9","contact":"no-arrival","type":"abandoned","at":"2026-10-09T08:01:50Z"}]
            """);
        var (end, both, none) = (await ReadAsync("end-only"), await ReadAsync("both"), await ReadAsync("no-arrival"));
        Assert.Equal(("abandoned", 100_000, "2026-10-09T08:01:40+00:00"), (end.GetProperty("state").GetString(), end.GetProperty("waitMs").GetInt32(),
            end.GetProperty("abandonedAt").GetString()));
        Assert.Equal(["ended-unanswered"], Findings(end));
        Assert.Equal(("handled", 0, 79_000), (both.GetProperty("state").GetString(), both.GetProperty("holdMs").GetInt32(),
            both.GetProperty("talkMs").GetInt32()));
        Assert.Equal(["answered-and-abandoned", "hold-unpaired"], Findings(both));
        Assert.False(none.TryGetProperty("waitMs", out _));
        Assert.Equal(["wait-unknown"], Findings(none));

        async Task<JsonElement> ReadAsync(string contact) => await client.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact}");
        static string?[] Findings(JsonElement contact) =>
            [.. contact.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];
    }

    /// <summary>Cases c10 and c15 at the event API. 4111 ... is a card number by Luhn, and so is one in ten of c10, two of which were one customer
    /// when both were masked.</summary>
    [Fact]
    public async Task Case_c10_and_c15_telephones_are_customers_and_withheld_or_card_numbers_are_none()
    {
        var client = await KeyedAsync(one.Web);
        var number = 0;
        async Task<(string? Customer, string? Code)> TellAsync(string customer)
        {
            using var answer = await PostAsync(client, JsonSerializer.Serialize(
                new { id = $"{++number}", contact = $"c{number}", type = "arrived", at = "2026-10-09T08:00:00Z", customer }));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var result = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results")[0];
            var contact = await client.GetFromJsonAsync<JsonElement>($"/api/contacts/c{number}");
            return (contact.TryGetProperty("customer", out var known) ? known.GetString() : null,
                result.TryGetProperty("code", out var code) ? code.GetString() : null);
        }
        var mobiles = new HashSet<string?>();
        for (var mobile = 0; mobile < 40; mobile++)
            mobiles.Add((await TellAsync($"+49151{12345000 + mobile}")).Customer);
        Assert.Equal((40, false), (mobiles.Count, mobiles.Contains(null)));
        Assert.NotNull((await TellAsync("tel:+49-151-12345017")).Customer);
        foreach (var withheld in new[] { "Anonymous", "anonymous@anonymous.invalid", "Unknown", "Private", "Restricted", "", " ",
             "N/A", "-", "0000" })
            Assert.Equal((null, "event.customer-withheld"), await TellAsync(withheld));
        foreach (var rounded in new[] { "4.47701E+11", "4,477E+11" })
            Assert.Equal((null, "event.customer-rounded"), await TellAsync(rounded));
        foreach (var card in new[] { "4111 1111 1111 1111", "411111******1111", "+4111111111111111", "4915112345017" })
            Assert.Equal((null, "event.customer-card"), await TellAsync(card));
        using var known = await PostAsync(client,
            """{"id":"k","contact":"c1","type":"customer-known","at":"2026-10-09T08:00:01Z","customer":"Anonymous"}""");
        await AssertProblemAsync(known, 422, "event.customer-withheld");
    }

    [Theory]
    [InlineData("event.property-twice", "at", "'at' stands twice: send each property once.",
        """{"id":"1","contact":"c","type":"held","at":"2026-10-09T08:00:00Z","at":"2026-10-09T09:00:00Z"}""")]
    [InlineData("event.property-twice", "at", "'at' stands twice: send each property once.",
        """{"id":"1","contact":"c","type":"held","at":"2026-10-09T08:00:00Z","\u0061t":"2026-10-09T09:00:00Z"}""")]
    [InlineData("event.property-unknown", "At", "'At' is no property of an event; these are: "
        + "id, contact, type, at, channel, direction, queue, contactType, customer, agent, agentName.",
        """{"id":"1","contact":"c","type":"held","at":"2026-10-09T08:00:00Z","At":"2026-10-09T09:00:00Z"}""")]
    [InlineData("event.field-not-text", "id", "'id' is a number: send it as text, in quotation marks.", """{"id":1,"contact":"c"}""")]
    [InlineData("event.field-not-text", "queue", "'queue' is an object: send it as text, in quotation marks.",
        """{"id":"1","contact":"c","type":"queued","at":"2026-10-09T08:00:00Z","queue":{"a":{"b":{"c":1}}}}""")]
    [InlineData("event.none", null, "This is null and no event: send an object.", "null")]
    [InlineData("event.none", null, "This is a number and no event: send an object.", "7")]
    [InlineData("event.field-unreadable", null, "A property holds half of a character, which is no text.", """{"id":"\ud800"}""")]
    public async Task An_event_that_is_not_as_described_is_refused_alone_and_the_others_are_taken(string code, string? field, string says, string bad)
    {
        var client = await KeyedAsync(one.Web);
        const string good = """{"id":"good","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"}""";
        using var answer = await PostAsync(client, $"[{bad},{good}]");
        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal([(0, "refused"), (1, "accepted")],
            results.Select(result => (result.GetProperty("index").GetInt32(), result.GetProperty("status").GetString())));
        Assert.Equal((code, says, field), (results[0].GetProperty("code").GetString(), results[0].GetProperty("detail").GetString(),
            results[0].TryGetProperty("field", out var named) ? named.GetString() : null));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/contacts/c")).StatusCode);
    }

    /// <summary>A client that reads JSON is answered in JSON, whatever it asks.</summary>
    [Fact]
    public async Task What_is_not_there_and_what_may_not_be_done_are_said_in_json()
    {
        var client = await KeyedAsync(one.Web);
        using var nowhere = await client.GetAsync("/api/nowhere");
        await AssertProblemAsync(nowhere, 404, "api.unknown");
        using var posted = await client.PostAsync("/api/nowhere", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        await AssertProblemAsync(posted, 404, "api.unknown");
        using var gone = await client.DeleteAsync("/api/contacts/X");
        await AssertProblemAsync(gone, 405, "api.method");
        Assert.Equal("GET", Assert.Single(gone.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_contact_that_came_with_its_queue_waited_there()
    {
        var client = await KeyedAsync(one.Web);
        using var told = await PostAsync(client, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z","queue":"Repairs"},
             {"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35Z"}]
            """);
        var waits = (await client.GetFromJsonAsync<JsonElement>("/api/contacts/c")).GetProperty("waits");
        Assert.Equal("""[{"queue":"Repairs","ms":35000}]""", waits.GetRawText());
    }

    [Theory]
    [InlineData(422, "event.type-unknown", """{"id":"1","contact":"c","type":"teleported","at":"2026-10-09T08:00:00Z"}""")]
    [InlineData(422, "event.in-the-future", """{"id":"1","contact":"c","type":"held","at":"2999-10-09T08:00:00Z"}""")]
    [InlineData(422, "event.too-old", """{"id":"1","contact":"c","type":"held","at":"1970-01-01T00:00:00Z"}""")]
    [InlineData(422, "event.at-unreadable", """{"id":"1","contact":"c","type":"held","at":"2026-10-09T08:00:00"}""")]
    [InlineData(422, "event.field-needed", """{"contact":"c","type":"held","at":"2026-10-09T08:00:00Z"}""")]
    [InlineData(422, "event.field-needed", """{"id":"1","contact":"c","type":"queued","at":"2026-10-09T08:00:00Z"}""")]
    [InlineData(422, "event.field-unreadable", """{"id":"1","contact":"c","type":"queued","at":"2026-10-09T08:00:00Z","queue":"a\u0000b"}""")]
    [InlineData(422, "event.channel-unknown", """{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z","channel":"telex"}""")]
    [InlineData(400, "body.malformed", """{"id":"1",""")]
    [InlineData(422, "event.field-not-text", """{"id":1}""")]
    [InlineData(422, "event.property-unknown", """{"identity":"1"}""")]
    [InlineData(422, "event.none", "[null]")]
    [InlineData(422, "event.field-unreadable", """{"id":"\ud800"}""")]
    [InlineData(400, "body.malformed", """[{"id":"1","contact":"c","type":"held","at":"2026-10-09T08:00:00Z"}] 7""")]
    [InlineData(400, "body.malformed", "7")]
    [InlineData(400, "body.empty", "")]
    [InlineData(400, "body.empty", "[]")]
    public async Task Bad_input_is_refused_with_a_problem_that_says_what_to_do(int status, string code, string body)
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        using var answer = await PostAsync(client, body);
        await AssertProblemAsync(answer, status, code);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/contacts/c")).StatusCode);
    }

    [Fact]
    public async Task Too_much_too_many_and_what_is_not_json_are_refused()
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        using var large = await PostAsync(client, new string(' ', 1_100_000));
        await AssertProblemAsync(large, 413, "body.too-large");
        using var streamed = await client.PostAsync(Events, new StreamContent(new MemoryStream(new byte[1_100_000]))
        { Headers = { ContentType = new("application/json"), ContentLength = null } });
        await AssertProblemAsync(streamed, 413, "body.too-large");
        var held = Enumerable.Range(0, 1001).Select(number => $$"""{"id":"{{number}}","contact":"c","type":"held","at":"2026-10-09T08:00:00Z"}""");
        using var many = await PostAsync(client, $"[{string.Join(',', held)}]");
        await AssertProblemAsync(many, 422, "body.too-many");
        using var form = await client.PostAsync(Events, new FormUrlEncodedContent([]));
        await AssertProblemAsync(form, 415, "body.not-json");
    }

    [Fact]
    public async Task Card_numbers_are_masked_before_anything_is_kept()
    {
        var centre = one.Web;
        var client = await KeyedAsync(centre);
        Assert.Equal((HttpStatusCode.OK, 1, 0, 0), await CountsAsync(client,
            """
            {"id":"4111 1111 1111 1111","contact":"4111-1111-1111-1111","type":"arrived","at":"2026-10-09T08:00:00Z",
            "queue":"card 4111111111111111"}
            """));
        Assert.Equal("card 411111******1111", (await client.GetFromJsonAsync<JsonElement>("/api/contacts/4111-1111-1111-1111")).GetProperty("queue")
            .GetString());
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var centre = one.Web;
        var document = await centre.Nobody().GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.Equal(["/api/contacts/events", "/api/contacts/{id}"], document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Order(StringComparer.Ordinal));
        var post = document.GetProperty("paths").GetProperty("/api/contacts/events").GetProperty("post");
        Assert.Equal(["200", "207", "400", "401", "403", "413", "415", "422", "503"], post.GetProperty("responses").EnumerateObject()
            .Select(answer => answer.Name).Order());
        var examples = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples");
        var client = await KeyedAsync(centre);
        var many = examples.GetProperty("many").GetProperty("value").GetRawText()
            .Replace("jo@centre.example", "administrator@centre.example", StringComparison.Ordinal);
        await centre.Dispatcher.DoAsync(new InvitePerson("Administrator", "administrator@centre.example", [Role.Administrator], null), Actor.System);
        Assert.Equal((HttpStatusCode.OK, 3, 0, 0), await CountsAsync(client, many));
    }
}
