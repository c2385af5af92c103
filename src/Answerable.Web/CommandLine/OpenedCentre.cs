using System.CommandLine;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
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
            "A SQLite file, Data Source=FILE, a PostgreSQL connection string (Host=…) or postgres://… "
            + "Else ANSWERABLE_DATABASE, else " + ServeSettings.DefaultDatabase + ".",
        Recursive = true,
    };

    public static readonly Option<string?> KeyFile = new("--key-file")
    {
        Description = "The file of the master key. Else ANSWERABLE_KEY_FILE, or the key itself in ANSWERABLE_KEY, else FILE.key beside a SQLite "
            + "file, data/answerable.key with PostgreSQL.",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Write JSON for machines." };

    public Dispatcher Dispatcher => host.Services.GetRequiredService<Dispatcher>();
    public IServiceProvider Services => host.Services;

    /// <summary>Opens a centre that is there; a database that is missing, or is another version's, is left as it is.</summary>
    public static Task<OpenedCentre> OpenAsync(ParseResult asked, CancellationToken stop) => OpenAsync(asked, (schema, token) =>
        schema.CheckAsync(token), stop);

    /// <summary>Opens one that is there, or makes it if the verb is to write.</summary>
    public static Task<OpenedCentre> OpenAsync(ParseResult asked, bool toWrite, CancellationToken stop) => OpenAsync(asked, (schema, token) =>
        toWrite ? schema.MigrateAsync(token) : schema.CheckAsync(token), stop);

    /// <summary>Opens one that is there, or makes it.</summary>
    public static Task<OpenedCentre> OpenOrMakeAsync(ParseResult asked, CancellationToken stop) => OpenAsync(asked, (schema, token) =>
        schema.MigrateAsync(token), stop);

    /// <summary>One beside the one that is asked for, made where it is not there; its key is where keys are, if no file of it is named.</summary>
    public static Task<OpenedCentre> MadeAsync(string database, string? keyFile, CancellationToken stop) => OpenAsync(
        () => database, keyFile, (schema, token) => schema.MigrateAsync(token), stop);

    private static Task<OpenedCentre> OpenAsync(ParseResult asked, Func<Schema, CancellationToken, Task> ready, CancellationToken stop) =>
        OpenAsync(() => ServeSettings.DatabaseOf(asked.GetValue(Database)), asked.GetValue(KeyFile), ready, stop);

    private static async Task<OpenedCentre> OpenAsync(
        Func<string> database, string? keyFile, Func<Schema, CancellationToken, Task> ready, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        // What could not be written or asked is told by the verb that wanted it, in a sentence.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddFilter("Answerable.App.Storage.Writer", LogLevel.None);
        var host = await ReadyAsync(builder, database, keyFile, ready, stop);
        await host.StartAsync(stop);
        Local.HereAlways(await host.Services.GetRequiredService<CentreInForce>().NowAsync());
        return new OpenedCentre(host);
    }

    private static async Task<IHost> ReadyAsync(
        HostApplicationBuilder builder, Func<string> database, string? keyFile, Func<Schema, CancellationToken, Task> ready, CancellationToken stop)
    {
        try
        {
            builder.Services.AddAnswerable(database(), keyFile);
            var host = builder.Build();
            await host.Services.GetRequiredService<DatabaseDoor>().OpenAsync(() => ready(host.Services.GetRequiredService<Schema>(), stop));
            WarnOf(host.Services);
            return host;
        }
        catch (ArgumentException amiss)
        {
            // Of what was given only the fault is told: there may be a password in it.
            throw new IOException($"The database cannot be found by what names it: {amiss.Message.Split(" (Parameter")[0].TrimEnd('.')}.", amiss);
        }
    }

    /// <summary>Says that others than its owner come to the key file, if they do.</summary>
    public static void WarnOf(IServiceProvider services)
    {
        if (services.GetRequiredService<KeyPlace>().OpenToOthers is { } warning)
            Console.Error.WriteLine(warning);
    }

    /// <summary>What a verb that needs no database goes by: the centre's settings where there is one, else the usual.</summary>
    public static async Task<CentreSettings> SettingsAsync(ParseResult asked, CancellationToken stop)
    {
        var database = ServeSettings.DatabaseOf(asked.GetValue(Database));
        if (!DatabaseName.IsServer(database) && !File.Exists(database))
            return CentreSettings.Usual;
        await using var centre = await OpenAsync(asked, stop);
        return await centre.Services.GetRequiredService<CentreInForce>().NowAsync();
    }

    public Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, CancellationToken stop) => Dispatcher.DoAsync(act, Actor.CommandLine, stop);

    public Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, CancellationToken stop) =>
        Dispatcher.AskAsync(reading, Actor.System, stop);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await host.StopAsync();
        }
        catch (OperationCanceledException)
        {
            // It took too long: why the verb ends is still what is said.
        }
        host.Dispose();
    }
}
