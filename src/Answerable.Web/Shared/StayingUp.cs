using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model.People;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Answerable.Web.Shared;

/// <summary>What keeps a server up, and says to those who watch it how it is.</summary>
internal static class StayingUp
{
    /// <summary>What is under way ends by then, or is gone on with at the next start.</summary>
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(10);

    /// <summary>Nothing that befalls work beside the pages ends the server: each sees to it that it goes on.</summary>
    public static void StayUp(this IServiceCollection services)
    {
        services.Configure<HostOptions>(host =>
        {
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
            host.ShutdownTimeout = Closing;
        });
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health", ReadyAsync).OpenTo(Permission.Anyone, "says whether the server can be worked with");
        app.MapGet("/health/ready", ReadyAsync).OpenTo(Permission.Anyone, "says whether the server can be worked with");
        app.MapGet("/health/live", () => "ok").OpenTo(Permission.Anyone, "says that the server runs");
    }

    public static bool Watches(HttpContext http) => http.Request.Path.StartsWithSegments("/health");

    /// <summary>Whether how the server is, and nothing else, is asked: by whatever name and way it came, for what answers names nobody and leads
    /// nowhere.</summary>
    public static bool AsksHow(HttpContext http) => http.Request.Path.Value?.TrimEnd('/') is "/health" or "/health/ready" or "/health/live";

    private static async Task<IResult> ReadyAsync(HealthCheckService health, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var report = await health.CheckHealthAsync(http.RequestAborted);
        return report.Status == HealthStatus.Healthy
            ? Results.Text("ok")
            : Results.Text(string.Join(" ", report.Entries.Values.Select(entry => entry.Description)), statusCode: 503);
    }

    /// <summary>
    /// Whether the database can be read, has the schema that this version knows, and takes writing: the last is known by what this server writes
    /// every other second.
    /// </summary>
    private sealed class DatabaseReady(Schema schema, Leases leases, DatabaseDoor door, ILogger<DatabaseReady> log) : IHealthCheck
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await door.OpenAsync(() => schema.CheckAsync(cancellationToken).WaitAsync(Patience, cancellationToken));
                return leases.HasWritten ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database takes no writing.");
            }
            catch (DatabaseUnfitException unfit)
            {
                // Anybody may ask, and where files and servers lie is nobody's business but of those who hold the machine.
                log.LogWarning("This server cannot be worked with: {Why}", unfit.Message);
                return HealthCheckResult.Unhealthy("The database cannot be worked with; the log of this server says why.");
            }
            catch (TimeoutException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }
}
