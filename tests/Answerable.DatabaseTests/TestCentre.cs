using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Answerable.DatabaseTests;

/// <summary>A whole centre, without pages, on a database of its own that goes when the test ends.</summary>
internal sealed class TestCentre : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TestDatabase _database;

    private TestCentre(IHost host, ManualTime time, TestDatabase database) => (_host, Time, _database) = (host, time, database);

    public ManualTime Time { get; }
    public string ConnectionString => _database.Connection;
    public IServiceProvider Services => _host.Services;
    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();
    public Writer Writer => Services.GetRequiredService<Writer>();

    public static async Task<TestCentre> OpenAsync(Database database)
    {
        var centre = await OpenUnstartedAsync(database);
        await centre._host.StartAsync();
        return centre;
    }

    /// <summary>Nothing of it runs yet, not even the writer.</summary>
    public static async Task<TestCentre> OpenUnstartedAsync(Database database) => Over(await TestDatabase.MigratedAsync(database));

    /// <summary>Not started, and without a schema.</summary>
    public static async Task<TestCentre> OpenEmptyAsync(Database database) => Over(await TestDatabase.EmptyAsync(database));

    /// <summary>On the database an earlier release left, brought to the present schema.</summary>
    public static async Task<TestCentre> OpenReleaseAsync(Database database, string release)
    {
        var centre = Over(await TestDatabase.OfReleaseAsync(database, release));
        await centre.Services.GetRequiredService<Schema>().MigrateAsync();
        await centre._host.StartAsync();
        return centre;
    }

    private static TestCentre Over(TestDatabase database)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAnswerable(database.Connection);
        builder.Services.AddSingleton<TimeProvider>(time);
        return new TestCentre(builder.Build(), time, database);
    }

    public Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, Actor? who = null) => Dispatcher.DoAsync(act, who ?? Actor.System);

    public Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, Actor? who = null) => Dispatcher.AskAsync(reading, who ?? Actor.System);

    public AnswerableDb OpenDb() => Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _database.DisposeAsync();
    }
}
