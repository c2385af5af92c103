using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Answerable.DatabaseTests.Operations;

/// <summary>The real server sends what it measures to a collector of OTLP, by either of its two protocols.</summary>
public sealed class CollectorTests : IDisposable
{
    private const string Traces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private const string Metrics = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-collector-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("grpc", HttpProtocols.Http2, Traces, Metrics)]
    [InlineData("http/protobuf", HttpProtocols.Http1, "/v1/traces", "/v1/metrics")]
    public async Task Traces_and_metrics_come_to_the_collector_and_name_nobody(string protocol, HttpProtocols speaks, string traces, string metrics)
    {
        await using var collector = await Collector.StartAsync(speaks);
        using var server = await StartAsync(protocol, "OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address);
        await server.Bare.GetAsync("/sign-in?back=/people/jane-doe");
        await Soon.SoAsync("a trace of the page came", () => Task.FromResult(collector.Told(traces).Contains("/sign-in", StringComparison.Ordinal)));
        await Soon.SoAsync("the acts were counted", () => Task.FromResult(collector.Told(metrics).Contains("answerable.", StringComparison.Ordinal)));
        foreach (var told in (string[])[collector.Told(traces), collector.Told(metrics)])
        {
            Assert.Contains("answerable-north", told, StringComparison.Ordinal);
            Assert.DoesNotContain("jane-doe", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_only_metrics_have_a_collector_nothing_else_is_sent()
    {
        await using var collector = await Collector.StartAsync(HttpProtocols.Http1);
        using var server = await StartAsync("http/protobuf", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"{collector.Address}/v1/metrics");
        await server.Bare.GetAsync("/sign-in");
        await Soon.SoAsync("metrics came", () => Task.FromResult(collector.Told("/v1/metrics").Length > 0));
        Assert.Equal(["/v1/metrics"], collector.Asked);
    }

    [Fact]
    public async Task A_collector_that_is_gone_costs_nobody_a_page()
    {
        using var server = await StartAsync("http/protobuf", "OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{RunningServer.FreePort()}");
        for (var asked = 0; asked < 20; asked++)
            Assert.Equal(HttpStatusCode.OK, (await server.Bare.GetAsync("/sign-in")).StatusCode);
        Assert.Equal(0, await server.CloseAsync());
    }

    private Task<RunningServer> StartAsync(string protocol, string name, string address) => RunningServer.StartAmidAsync(
        new()
        {
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            [name] = address,
            ["OTEL_SERVICE_NAME"] = "answerable-north",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        },
        Path.Combine(_folder.FullName, "a.db"), "--empty");

    /// <summary>Takes whatever it is sent, and keeps its bytes: names and values of attributes stand in them as they are.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, string> _told = new();

        public string Address => app.Urls.Single();

        public IEnumerable<string> Asked => _told.Keys;

        public static async Task<Collector> StartAsync(HttpProtocols speaks)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, at => at.Protocols = speaks));
            var collector = new Collector(builder.Build());
            await collector.TakeAsync();
            return collector;
        }

        public string Told(string path) => _told.GetValueOrDefault(path, "");

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task TakeAsync()
        {
            app.Run(async http =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body);
                var words = Encoding.Latin1.GetString(body.ToArray());
                _told.AddOrUpdate(http.Request.Path, words, (_, told) => told + words);
                if (http.Request.ContentType != "application/grpc")
                    return;
                http.Response.ContentType = "application/grpc";
                await http.Response.Body.WriteAsync(new byte[5]); // an empty message: all was taken
                http.Response.AppendTrailer("grpc-status", "0");
            });
            return app.StartAsync();
        }
    }
}
