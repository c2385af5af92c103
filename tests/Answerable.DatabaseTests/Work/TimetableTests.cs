using Answerable.App;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace Answerable.DatabaseTests.Work;

public sealed class TimetableTests
{
    /// <summary>A server that ends while its database is gone would otherwise be held by whoever still looks for it.</summary>
    [Fact]
    public async Task Nobody_who_looks_after_the_timetable_keeps_a_server_from_ending()
    {
        await using var database = await TestDatabase.MigratedAsync(Database.Postgres);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(database.Connection);
        builder.Services.AddTimetable();
        using var host = builder.Build();
        Assert.True(host.Services.GetRequiredService<IOptions<AdoJobStoreOptions>>().Value.UseBackgroundThreads);
    }

    /// <summary>A scheduler is there before its first round is put to it: what goes wrong between the two must not leave it to itself.</summary>
    [Theory, EachDatabase]
    public async Task A_timetable_that_never_came_to_work_is_closed_all_the_same(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(kept.Connection);
        var endless = new Endless();
        builder.Services.AddTimetable().AddSingleton<IRound>(endless);
        using var host = builder.Build();
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var timetable = ActivatorUtilities.CreateInstance<Timetable>(host.Services);
        await timetable.StartAsync(TestContext.Current.CancellationToken);
        await endless.Asked.Task;
        await timetable.StopAsync(CancellationToken.None);
        Assert.Equal(SchedulerStatus.Shutdown, scheduler.Status);
    }

    /// <summary>No trigger can be made of it.</summary>
    private sealed class Endless : IRound
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public string Name => "endless";

        public TimeSpan Every
        {
            get
            {
                Asked.TrySetResult();
                return TimeSpan.Zero;
            }
        }

        public Task GoAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
