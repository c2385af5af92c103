using System.Net;
using System.Net.Http.Json;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

public sealed class EndpointPermissionTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task Every_endpoint_declares_the_permission_the_table_gives_it()
    {
        var centre = one.Web;
        var declared = Endpoints(centre).ToDictionary(endpoint => endpoint.Address, endpoint => endpoint.Permission);
        Assert.Empty(declared.Where(pair => pair.Value is null).Select(pair => pair.Key));
        var differing = declared.Keys.Union(EndpointTable.All.Keys).Order()
            .Where(address => declared.GetValueOrDefault(address) != (EndpointTable.All.TryGetValue(address, out var expected) ? expected : null))
            .Select(address => $"[\"{address}\"] = Permission.{declared.GetValueOrDefault(address)?.ToString() ?? "(gone)"},");
        Assert.True(!differing.Any(), "The table and the endpoints differ:\n" + string.Join("\n", differing));
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_allows_and_nobody_else()
    {
        var centre = one.Web;
        var wrong = new List<string>();
        foreach (var (address, permission) in EndpointTable.All)
        {
            if (permission != Permission.Anyone && await LetsInAsync(centre.Nobody(), address))
                wrong.Add($"{address} lets in nobody in particular");
            foreach (var role in Roles.All)
                if (await LetsInAsync(await centre.SignedInAsync(role), address) != Access.Allows(role, permission))
                    wrong.Add($"{address} ({permission}) {(Access.Allows(role, permission) ? "refuses" : "lets in")} {role}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Every_form_is_turned_away_without_its_own_token()
    {
        var centre = one.Web;
        var posts = Routes(centre).Where(endpoint => Methods(endpoint).Contains("POST")).ToArray();
        Assert.Contains(posts, endpoint => endpoint.RoutePattern.RawText == "/keys/{id:guid}/revocation");
        Assert.Empty(posts.Where(endpoint => !OpenedByKey(endpoint) && !LooksItself(endpoint)
            && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation != true)
            .Select(endpoint => endpoint.RoutePattern.RawText));
        var wrong = new List<string>();
        foreach (var (address, permission) in EndpointTable.All.Where(pair =>
            pair.Key.StartsWith("POST ", StringComparison.Ordinal) && !pair.Key.Contains(" /api", StringComparison.Ordinal)))
        {
            var client =
                await centre.SignedInAsync(permission is Permission.Anyone or Permission.SignedIn ? Role.Agent : Access.Holding(permission).First());
            using var form = new MultipartFormDataContent { { new StringContent("something"), "words" } };
            using var answer = await client.PostAsync(Filled(address[5..]), form);
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity))
                wrong.Add($"{address} answers {answer.StatusCode}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    // Opened by a key in a header that no browser sends by itself; and the one whose large body is read piece by piece, token first.
    private static bool OpenedByKey(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal);

    private static bool LooksItself(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "/imports/files";

    private static async Task<bool> LetsInAsync(HttpClient client, string address)
    {
        var (method, path) = address.Split(' ', 2) is [var left, var right] ? (left, right) : ("GET", address);
        // Signing out would end the role's own session for the rest of the walk; being asked at all is what counts.
        if (address == "POST /sign-out")
            return (await client.GetAsync("/account")).StatusCode == HttpStatusCode.OK;
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path));
        if (method != "GET")
            request.Content = path.StartsWith("/api", StringComparison.Ordinal) ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        var sentToSignIn =
            answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal);
        return answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) && !sentToSignIn;
    }

    // A value for each hole in the pattern; what is not there is not found, which is past the door.
    private static string Filled(string pattern) => string.Join('/', pattern.Split('/').Select(part =>
        !part.StartsWith('{') ? part
        : part.Contains("guid", StringComparison.Ordinal) ? "0199c000-0000-7000-8000-000000000001"
        : part.Contains("int", StringComparison.Ordinal) ? "1"
        : "none"));

    // The framework's own are left out; the fallback refuses them.
    internal static IEnumerable<RouteEndpoint> Routes(WebCentre centre) => centre.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("/_framework", StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(Endpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static IEnumerable<(string Address, Permission? Permission)> Endpoints(WebCentre centre) =>
        from endpoint in Routes(centre)
        let methods = Methods(endpoint)
        let method = methods.Contains("GET") ? "" : methods[0] + " "
        let permission = endpoint.Metadata.GetMetadata<IOpens>()?.Permission
        group permission by method + "/" + endpoint.RoutePattern.RawText!.TrimStart('/') into same
        select (same.Key, same.Distinct().Single());
}
