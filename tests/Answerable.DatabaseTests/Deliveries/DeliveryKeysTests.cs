using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Web.Privacy;
using static Answerable.DatabaseTests.Deliveries.Telephony;

namespace Answerable.DatabaseTests.Deliveries;

public sealed class DeliveryKeysTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task A_key_is_asked_for_and_one_revoked_is_refused_at_once()
    {
        var time = new AheadTime();
        await using var centre = new WebCentre(time: time);
        using var none = await PostAsync(centre.Nobody(), "{}");
        await AssertProblemAsync(none, 401, "key.unknown");
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
        using var wrong = await PostAsync(Bearing(centre, "ak_wrong"), "{}");
        await AssertProblemAsync(wrong, 401, "key.unknown");
        var created = (await centre.Dispatcher.DoAsync(new CreateKey("telephony"), Actor.System)).Value;
        var client = Bearing(centre, created.Secret);
        using var taken = await PostAsync(client, """{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"}""");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await centre.Dispatcher.DoAsync(new RevokeKey(created.Key), Actor.System);
        time.Pass(TimeSpan.FromSeconds(1.1));
        using var revoked = await PostAsync(client, """{"id":"2","contact":"c","type":"held","at":"2026-10-09T08:00:00Z"}""");
        await AssertProblemAsync(revoked, 401, "key.unknown");
    }

    [Fact]
    public async Task A_new_key_of_the_same_source_takes_over_without_doubling_and_another_source_is_apart()
    {
        var centre = one.Web;
        const string Arrived = """{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"}""";
        Assert.Equal((HttpStatusCode.OK, 1, 0, 0), await CountsAsync(await KeyedAsync(centre, "old", "north"), Arrived));
        Assert.Equal((HttpStatusCode.OK, 0, 1, 0), await CountsAsync(await KeyedAsync(centre, "new", "north"), Arrived));
        var other = await KeyedAsync(centre, "other", "south");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/api/contacts/c")).StatusCode);
        Assert.Equal((HttpStatusCode.OK, 1, 0, 0), await CountsAsync(other, Arrived));
    }

    [Fact]
    public async Task A_persons_key_delivers_in_their_name_if_they_handle_contacts()
    {
        // A host of its own: who works here is remembered for a while.
        await using var database = await TestDatabase.MigratedAsync(Database.Sqlite);
        await using var centre = new WebCentre(database);
        async Task<HttpClient> OfAsync(Role role)
        {
            var person =
                (await centre.Dispatcher.DoAsync(new InvitePerson("Jo", $"with-a-key-{role}@here.example", [role], null), Actor.System)).Value.Person;
            return Bearing(centre, (await centre.Dispatcher.DoAsync(new CreateKey($"own {role}", null, person), Actor.System)).Value.Secret);
        }
        var agent = await OfAsync(Role.Agent);
        Assert.Equal((HttpStatusCode.OK, 2, 0, 0), await CountsAsync(agent, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35Z","agent":"WITH-A-KEY-AGENT@here.example"}]
            """));
        var colleague =
            (await centre.Dispatcher.DoAsync(new InvitePerson("Neil", "neil@here.example", [Role.Agent], null), Actor.System)).Value.Person;
        await AssertNotTheirsAsync(agent, $"\"agent\":\"{colleague}\"", "agent");
        await AssertNotTheirsAsync(agent, "\"agent\":\"NEIL@here.example\"", "agent");
        await AssertNotTheirsAsync(agent, "\"agent\":\"nobody@here.example\"", "agent");
        await AssertNotTheirsAsync(agent, "\"agentName\":\"Neil\"", "agentName");
        Assert.Equal((HttpStatusCode.OK, 2, 0, 0), await CountsAsync(agent, """
            [{"id":"3","contact":"unsaid","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"4","contact":"unsaid","type":"answered","at":"2026-10-09T08:00:35Z"}]
            """));
        var (said, unsaid) = (await agent.GetFromJsonAsync<JsonElement>("/api/contacts/c"),
            await agent.GetFromJsonAsync<JsonElement>("/api/contacts/unsaid"));
        Assert.Equal(said.GetProperty("agent").GetString(), unsaid.GetProperty("agent").GetString());
        using var refused = await PostAsync(await OfAsync(Role.Planner), "{}");
        await AssertProblemAsync(refused, 403, "access.denied");
    }

    [Fact]
    public async Task Who_reads_a_contact_by_their_own_key_is_on_record_with_the_key_and_in_plain_words()
    {
        await using var database = await TestDatabase.MigratedAsync(Database.Sqlite);
        await using var centre = new WebCentre(database);
        var person =
            (await centre.Dispatcher.DoAsync(new InvitePerson("Jo", "jo@here.example", [Role.Agent], null), Actor.System)).Value.Person;
        var client = Bearing(centre, (await centre.Dispatcher.DoAsync(new CreateKey("wallboard", null, person), Actor.System)).Value.Secret);
        await CountsAsync(client, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z"},
             {"id":"2","contact":"c","type":"answered","at":"2026-10-09T08:00:35Z"}]
            """);
        await client.GetFromJsonAsync<JsonElement>("/api/contacts/c");
        var looks = await centre.Dispatcher.AskAsync(new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), Actor.System);
        var look = looks.Value.Lines.Single(line => line.Sight is App.Acts.Sight.ContactByKey);
        Assert.Equal(("Jo", "wallboard"), (look.Who, look.ByKey));
        Assert.Equal("Asked by a key, on no page", LookWords.Place(look.Page));
        Assert.True((await centre.Dispatcher.AskAsync(new App.Journal.JournalVerification(), Actor.System)).Value.Sound);
    }

    /// <summary>Nobody answers in somebody else's name.</summary>
    private static async Task AssertNotTheirsAsync(HttpClient client, string agent, string field)
    {
        using var answer = await PostAsync(client, $$"""{"id":"9","contact":"c","type":"answered","at":"2026-10-09T08:00:36Z",{{agent}}}""");
        Assert.Equal(field, (await AssertProblemAsync(answer, 422, "event.agent-not-the-owner")).GetProperty("field").GetString());
    }
}
