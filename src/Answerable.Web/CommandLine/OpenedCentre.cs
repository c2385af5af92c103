using System.CommandLine;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.Web.CommandLine;

/// <summary>Opens the centre's database for a verb, without pages; closes it when the verb is done.</summary>
internal sealed class OpenedCentre(IHost host) : IAsyncDisposable
{
    public static readonly Option<string?> Database = new("--database")
    {
        Description =
            "A SQLite file or a PostgreSQL connection string (Host=…). Else ANSWERABLE_DATABASE, else " + ServeSettings.DefaultDatabase + ".",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Write JSON for machines." };

    public Dispatcher Dispatcher => host.Services.GetRequiredService<Dispatcher>();
    public IServiceProvider Services => host.Services;

    public static async Task<OpenedCentre> OpenAsync(ParseResult asked, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var host = await MigratedAsync(builder, ServeSettings.DatabaseOf(asked.GetValue(Database)), stop);
        await host.StartAsync(stop);
        Local.HereAlways(await host.Services.GetRequiredService<CentreInForce>().NowAsync());
        return new OpenedCentre(host);
    }

    private static async Task<IHost> MigratedAsync(HostApplicationBuilder builder, string database, CancellationToken stop)
    {
        try
        {
            builder.Services.AddAnswerable(database);
            var host = builder.Build();
            await host.Services.GetRequiredService<App.Storage.Schema>().MigrateAsync(stop);
            return host;
        }
        catch (ArgumentException amiss)
        {
            // Of what was given only the fault is told: there may be a password in it.
            throw new IOException($"The database cannot be found by what names it: {amiss.Message.Split(" (Parameter")[0].TrimEnd('.')}.", amiss);
        }
    }

    /// <summary>What a verb that needs no database goes by: the centre's settings where there is one, else the usual.</summary>
    public static async Task<CentreSettings> SettingsAsync(ParseResult asked, CancellationToken stop)
    {
        var database = ServeSettings.DatabaseOf(asked.GetValue(Database));
        if (!database.Contains("Host=", StringComparison.OrdinalIgnoreCase) && !File.Exists(database))
            return CentreSettings.Usual;
        await using var centre = await OpenAsync(asked, stop);
        return await centre.Services.GetRequiredService<CentreInForce>().NowAsync();
    }

    public Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, CancellationToken stop) => Dispatcher.DoAsync(act, Actor.System, stop);

    public Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, CancellationToken stop) =>
        Dispatcher.AskAsync(reading, Actor.System, stop);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
