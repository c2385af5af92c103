using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
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
    private readonly bool _guest;

    private TestCentre(IHost host, ManualTime time, TestDatabase database, bool guest) =>
        (_host, Time, Database, _guest) = (host, time, database, guest);

    public ManualTime Time { get; }
    public TestDatabase Database { get; }
    public string ConnectionString => Database.Connection;
    public IServiceProvider Services => _host.Services;
    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();
    public Writer Writer => Services.GetRequiredService<Writer>();

    /// <param name="work">Whether it does what follows acts, as a server does.</param>
    /// <param name="and">What it has besides.</param>
    public static async Task<TestCentre> OpenAsync(Database database, bool work = true, Action<IServiceCollection>? and = null)
    {
        var centre = await OpenUnstartedAsync(database, work, and);
        await centre.StartAsync();
        return centre;
    }

    /// <summary>Nothing of it runs yet, not even the writer.</summary>
    public static async Task<TestCentre> OpenUnstartedAsync(Database database, bool work = true, Action<IServiceCollection>? and = null) =>
        Over(await TestDatabase.MigratedAsync(database), work, and);

    /// <summary>Not started, and without a schema.</summary>
    public static async Task<TestCentre> OpenEmptyAsync(Database database) => Over(await TestDatabase.EmptyAsync(database));

    /// <summary>On the database 0.1.0 left, brought to the present schema.</summary>
    public static async Task<TestCentre> OpenReleaseAsync(Database database)
    {
        var centre = Over(await TestDatabase.UpgradedAsync(database));
        await centre.StartAsync();
        return centre;
    }

    /// <summary>Another server on the same database, with a clock of its own.</summary>
    public async Task<TestCentre> BesideAsync(Action<IServiceCollection>? and = null)
    {
        var centre = Over(Database, true, and, guest: true);
        await centre.StartAsync();
        return centre;
    }

    public Task StartAsync() => _host.StartAsync();

    /// <summary>Not started, on whatever the database holds.</summary>
    public static TestCentre Over(TestDatabase database, bool work = true, Action<IServiceCollection>? and = null, bool guest = false)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 10, 9, 9, 0, 0, TimeSpan.Zero));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAnswerable(database.Connection);
        if (work)
            builder.Services.AddHostedService<OutboxWorker>().AddHostedService<LongHand>();
        MapperWarnings.AreFaults(builder.Services);
        and?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(time);
        return new TestCentre(builder.Build(), time, database, guest);
    }

    /// <summary>Long work without a timetable: as soon as it is told of, and whenever the clock is put on.</summary>
    private sealed class LongHand(OutboxHand hand, Noticeboard noticeboard, TimeProvider time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var told = noticeboard.Open([Outbox.Topic]);
            while (!stoppingToken.IsCancellationRequested)
            {
                // The pause begins before the look: what falls due while it looks ends it.
                using var pause = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stoppingToken);
                try
                {
                    await hand.WorkAsync(Track.Long, stoppingToken);
                    await told.HeardAsync(either.Token);
                }
                catch (Exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // Its time came, or the database is away: it looks again.
                    await Task.Yield();
                }
            }
        }
    }

    public Task<Outcome<TResult>> DoAsync<TResult>(IAct<TResult> act, Actor? who = null) => Dispatcher.DoAsync(act, who ?? Actor.System);

    public Task<Outcome<TResult>> AskAsync<TResult>(IReading<TResult> reading, Actor? who = null) =>
        Dispatcher.AskAsync(reading, who ?? Actor.System);

    public AnswerableDb OpenDb() => Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        if (!_guest)
            await Database.DisposeAsync();
    }
}
