using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Answerable.App.Work;

/// <summary>Where the timetable is kept.</summary>
internal static class TimetableStore
{
    /// <summary>Found dead after no more than the two together.</summary>
    private static readonly TimeSpan Checked = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    /// <summary>A round now and then, no more than these at once.</summary>
    private const int Hands = 6;

    public static IServiceCollection AddTimetable(this IServiceCollection services) => services
        .AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "Answerable");
            quartz.UseDefaultThreadPool(Hands);
            if (DatabaseAddress.In(services).Shared is { } connectionString)
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(connectionString);
                    store.ProvisionSchema();
                    // A server that ends waits for nobody who still looks for a database that has gone.
                    store.ConfigureStore(options => (options.DbRetryInterval, options.StoreJobDataAsStrings, options.UseBackgroundThreads) =
                        (Checked, true, true));
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (Checked, Late));
                });
            else
                quartz.UseInMemoryStore();
        })
        .AddHostedService<Timetable>();
}
