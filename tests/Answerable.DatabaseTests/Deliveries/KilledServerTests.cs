using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Deliveries;

public sealed class KilledServerTests
{
    private const int Deliverers = 24;
    private static readonly string[] Types = ["arrived", "answered", "ended", "wrapped"];

    [Theory, EachDatabase]
    public async Task Killing_the_server_under_load_loses_no_acknowledged_event_and_doubles_none(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var key = (await centre.DoAsync(new CreateKey("telephony"))).Value.Secret;
        var acknowledged = new ConcurrentDictionary<string, string>();
        var sent = new ConcurrentDictionary<string, string>();
        using (var server = await RunningServer.StartAsync(centre.ConnectionString))
        {
            var load = Enumerable.Range(0, Deliverers).Select(deliverer => DeliverAsync(server, key, deliverer, sent, acknowledged)).ToArray();
            await Soon.SoAsync("the load came to its strength", () => Task.FromResult(acknowledged.Count > 2_000));
            await server.KillAsync();
            await Task.WhenAll(load);
        }
        await AssertSoundAsync(centre);
        var kept = await KeptAsync(centre);
        Assert.Empty(acknowledged.Keys.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(kept.Except(sent.Keys));
        using var restarted = await RunningServer.StartAsync(centre.ConnectionString);
        await DeliverAgainAsync(restarted, key, sent, acknowledged);
        Assert.Equal(sent.Keys.Order(), (await KeptAsync(centre)).Order());
        await AssertSoundAsync(centre);
    }

    private static async Task AssertSoundAsync(TestCentre centre)
    {
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "journal", "verify");
        Assert.True(exit == 0, printed);
    }

    private static async Task DeliverAsync(RunningServer server, string key, int deliverer,
        ConcurrentDictionary<string, string> sent, ConcurrentDictionary<string, string> acknowledged)
    {
        for (var number = 0; ; number++)
        {
            var id = $"d{deliverer}-{number}";
            var body = sent[id] =
                JsonSerializer.Serialize(new { id, contact = $"d{deliverer}-{number / 4}", type = Types[number % 4], at = "2026-10-09T08:00:00Z" });
            try
            {
                using var answer = await PostAsync(server, key, body);
                if (answer.IsSuccessStatusCode)
                    acknowledged[id] = await answer.Content.ReadAsStringAsync();
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    /// <summary>As a deliverer does that is not sure what arrived: everything once more.</summary>
    private static async Task DeliverAgainAsync(RunningServer server, string key,
        ConcurrentDictionary<string, string> sent, ConcurrentDictionary<string, string> acknowledged)
    {
        foreach (var some in sent.Values.Chunk(500))
        {
            using var answer = await PostAsync(server, key, $"[{string.Join(',', some)}]");
            var results = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray();
            foreach (var result in results.Where(result => acknowledged.ContainsKey(result.GetProperty("id").GetString()!)))
                Assert.Equal("duplicate", result.GetProperty("status").GetString());
        }
    }

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, string key, string body) =>
        server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/contacts/events")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
            Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
        });

    private static async Task<List<string>> KeptAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.Source == "api:telephony").Select(row => row.SourceKey).ToListAsync();
    }
}
