using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Keys;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Deliveries;

/// <summary>A telephone system that delivers what happened to contacts.</summary>
internal static class Telephony
{
    public const string Events = "/api/contacts/events";

    /// <summary>A key of its own name, and so of its own source: what others delivered is not its.</summary>
    public static async Task<HttpClient> KeyedAsync(WebCentre centre, string? name = null, string? source = null) =>
        Bearing(centre, (await centre.Dispatcher.DoAsync(new CreateKey(name ?? $"telephony {Letters()}", source), Actor.System)).Value.Secret);

    // A number may look like a card's, and a key is named by none.
    internal static string Letters() => string.Concat($"{App.Ids.New():N}".Select(digit => digit < 'a' ? (char)(digit - '0' + 'g') : digit));

    public static HttpClient Bearing(WebCentre centre, string secret)
    {
        var client = centre.Nobody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        client.PostAsync(Events, new StringContent(body, new MediaTypeHeaderValue("application/json")));

    public static async Task<(HttpStatusCode, int, int, int)> CountsAsync(HttpClient client, string body)
    {
        using var answer = await PostAsync(client, body);
        var counts = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, counts.GetProperty("accepted").GetInt32(), counts.GetProperty("duplicate")
            .GetInt32(), counts.GetProperty("refused").GetInt32());
    }

    public static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((code, status), (problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
