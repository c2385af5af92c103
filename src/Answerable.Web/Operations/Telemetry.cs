using System.Reflection;
using Answerable.App;
using Answerable.App.Storage;
using Answerable.Web.Shared;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Answerable.Web.Operations;

/// <summary>
/// Metrics and traces for whoever watches, off unless asked for: by OTLP where the surroundings name a collector, and for Prometheus at an address
/// of their own, so that no page's door opens to them and they open to nobody who only sees the pages.
/// </summary>
internal static class Telemetry
{
    private const string Path = "/metrics";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OfMetrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string OfTraces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static readonly string[] Meters =
    [
        Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
    ];

    /// <summary>The address of the metrics, behind those of the pages.</summary>
    /// <exception cref="IOException">The pages are to answer there.</exception>
    public static string Url(ServeSettings settings)
    {
        if (settings.Metrics is not { } at)
            return "";
        if (settings.Urls.Split(';').Any(url => BindingAddress.Parse(url).Port == at.Port))
            throw new IOException($"--metrics {at}: the pages answer at this port. Choose another, which only whoever watches can reach.");
        return $";http://{at}";
    }

    public static void AddTelemetry(this WebApplicationBuilder builder, ServeSettings settings)
    {
        bool Named(string collector) => builder.Configuration[Collector] is { Length: > 0 } || builder.Configuration[collector] is { Length: > 0 };
        var (metricsGo, tracesGo) = (Named(OfMetrics), Named(OfTraces));
        if (settings.Metrics is null && !metricsGo && !tracesGo)
            return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddDetector(provider => new ThisServer(
            builder.Configuration["OTEL_SERVICE_NAME"] ?? "answerable", provider.GetRequiredService<ThisNode>())));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters);
            if (settings.Metrics is not null)
                metrics.AddPrometheusExporter();
            if (metricsGo)
                metrics.AddOtlpExporter(to => Direct(to, OfMetrics));
        });
        if (tracesGo)
            telemetry.WithTracing(traces => traces.AddSource(Instruments.Name).AddAspNetCoreInstrumentation().AddProcessor(new SparingTrace())
                .AddOtlpExporter(to => Direct(to, OfTraces)));
        return;

        // The library by itself goes only by the address they share.
        void Direct(OtlpExporterOptions to, string collector)
        {
            if (builder.Configuration[collector] is { Length: > 0 } own)
                to.Endpoint = new Uri(own);
        }
    }

    /// <summary>First of all: at the address of the metrics nothing else is answered, and at no other are they.</summary>
    public static void UseTelemetry(this WebApplication app, ServeSettings settings)
    {
        if (settings.Metrics is not { } at)
            return;
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Connection.LocalPort == at.Port && http.Request.Path == Path);
        app.Use((http, next) =>
        {
            if (http.Connection.LocalPort != at.Port)
                return next(http);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private sealed class ThisServer(string name, ThisNode node) : IResourceDetector
    {
        public Resource Detect() => ResourceBuilder.CreateEmpty()
            .AddService(name, serviceVersion: Version, serviceInstanceId: node.Id.ToString()).Build();

        private static string? Version =>
            typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
    }
}
