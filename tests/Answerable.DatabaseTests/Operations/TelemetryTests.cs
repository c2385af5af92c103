using System.Diagnostics;
using System.Net;
using Answerable.DatabaseTests.Deliveries;
using Answerable.Web.Operations;

namespace Answerable.DatabaseTests.Operations;

/// <summary>The real server, watched from outside.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-watch-");
    private readonly HttpClient _watcher = new();

    public void Dispose()
    {
        _watcher.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Metrics_are_told_at_their_own_address_alone_and_no_page_is_there()
    {
        var port = RunningServer.FreePort();
        using var server = await RunningServer.StartAsync(Path.Combine(_folder.FullName, "a.db"), "--metrics", $"{port}");
        await server.Bare.GetAsync("/sign-in?back=/people/jane-doe");
        var told = await _watcher.GetStringAsync($"http://127.0.0.1:{port}/metrics");
        Assert.Contains("answerable_acts", told, StringComparison.Ordinal);
        Assert.Contains("answerable_writer_batch_duration_seconds", told, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds", told, StringComparison.Ordinal);
        Assert.Contains("dotnet_gc", told, StringComparison.Ordinal);
        Assert.DoesNotContain("jane-doe", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _watcher.GetAsync($"http://127.0.0.1:{port}/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Bare.GetAsync("/metrics")).StatusCode);
        // Nor by saying that one came there.
        using var pretending = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        pretending.Headers.Host = $"127.0.0.1:{port}";
        Assert.Equal(HttpStatusCode.NotFound, (await server.Bare.SendAsync(pretending)).StatusCode);
    }

    [Fact]
    public async Task Unless_asked_for_there_are_none()
    {
        using var server = await RunningServer.StartAsync(Path.Combine(_folder.FullName, "a.db"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Bare.GetAsync("/metrics")).StatusCode);
    }

    [Theory]
    [InlineData("--metrics", "everywhere", "is not a port such as")]
    [InlineData("--metrics", "0", "is not a port such as")]
    [InlineData("--log", "xml", "xml")]
    public async Task What_cannot_be_followed_is_said(string option, string value, string sentence)
    {
        var (exit, printed) = await RunningServer.VerbAsync(Path.Combine(_folder.FullName, "a.db"), "run", "--empty", option, value);
        Assert.NotEqual(0, exit);
        Assert.Contains(sentence, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_and_pages_share_no_port()
    {
        var (exit, printed) = await RunningServer.VerbAsync(Path.Combine(_folder.FullName, "a.db"), "run", "--empty", "--urls",
            "http://127.0.0.1:9464", "--metrics", "9464");
        Assert.NotEqual(0, exit);
        Assert.Contains("the pages answer at this port", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_keeps_only_what_names_nobody()
    {
        using var activity = new Activity("GET /contacts/{id}").Start();
        activity.SetTag("url.path", "/contacts/4711").SetTag("url.query", "search=Doe").SetTag("user_agent.original", "Jane's")
            .SetTag("http.route", "/contacts/{id}").SetTag("http.request.method", "GET").SetTag("client.address", "10.0.0.7");
        activity.SetStatus(ActivityStatusCode.Error, "Jane Doe is missing");
        using var sparing = new SparingTrace();
        sparing.OnEnd(activity);
        Assert.Equal(["http.request.method", "http.route"], activity.TagObjects.Select(tag => tag.Key).Order());
        Assert.Null(activity.StatusDescription);
    }
}
