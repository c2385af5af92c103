using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

public sealed class FullDiskTests
{
    /// <summary>What it was told is in the file; what it was not told is not; and with room again it goes on by itself.</summary>
    [Fact]
    public async Task With_no_room_left_it_says_503_and_loses_nothing_it_acknowledged()
    {
        await using var centre = new WebCentre();
        using var client = centre.Nobody();
        var key = (await centre.Services.GetRequiredService<Dispatcher>().DoAsync(new CreateKey("telephony"), Actor.System)).Value.Secret;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var acknowledged = new List<string>();
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(client, acknowledged, 0));

        await LimitAsync(centre, roomFor: 40);
        var (said, number) = (HttpStatusCode.OK, 1);
        while (said == HttpStatusCode.OK && number < 10_000)
            said = await DeliverAsync(client, acknowledged, number++);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, said);

        await LimitAsync(centre, roomFor: 1_000_000);
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(client, acknowledged, number));
        await using var db = await centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContextAsync();
        var kept = await db.Set<JournalRow>().Where(row => row.Source == "api:telephony").Select(row => row.SourceKey).ToListAsync();
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_act_of_the_desk_that_cannot_be_written_says_so_and_is_done_when_asked_again()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Agent);
        var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/desk"), ["to"] = "Ready" };
        // What the server itself writes may come first and take the blow.
        var said = "";
        await Soon.SoAsync("an act meets a connection that takes no writing", async () =>
        {
            await AskAsync(await WriterAsync(centre), "PRAGMA query_only = ON");
            using var away = await client.PostAsync("/desk/presence", new FormUrlEncodedContent(form));
            said = await away.Content.ReadAsStringAsync();
            return away.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        Assert.Contains("Nothing of this was kept", said, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        using var again = await client.PostAsync("/desk/presence", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    private static async Task<HttpStatusCode> DeliverAsync(HttpClient client, List<string> acknowledged, int number)
    {
        var body = $$"""{"id":"{{number}}","contact":"c{{number}}","type":"arrived","at":"2026-10-09T08:00:00Z","queue":"{{new string('q', 60)}}"}""";
        using var answer = await client.PostAsync("/api/contacts/events", new StringContent(body, Encoding.UTF8, "application/json"));
        if (answer.IsSuccessStatusCode)
            acknowledged.Add($"{number}");
        return answer.StatusCode;
    }

    /// <summary>The writer's connection takes no more pages than there are and a few, as on a disk that is full.</summary>
    private static async Task LimitAsync(WebCentre centre, int roomFor)
    {
        var writer = await WriterAsync(centre);
        await AskAsync(writer, $"PRAGMA max_page_count = {await AskAsync(writer, "PRAGMA page_count") + roomFor}");
    }

    private static async Task<DbConnection> WriterAsync(WebCentre centre)
    {
        DbConnection? writer = null;
        await centre.Services.GetRequiredService<Writer>().AppendAsync([], (db, _) =>
        {
            writer = db.Database.GetDbConnection();
            return Task.CompletedTask;
        }, [], TestContext.Current.CancellationToken);
        return writer!;
    }

    private static async Task<long> AskAsync(DbConnection writer, string statement)
    {
        await using var command = writer.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }
}
