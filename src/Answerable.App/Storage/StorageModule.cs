using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Storage;

internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string database, string? keyFile)
    {
        database = DatabaseName.Read(database);
        var dialect = Dialect.For(database);
        services.AddSingleton(new DatabaseAddress(database));
        services.AddSingleton(dialect);
        services.AddPooledDbContextFactory<AnswerableDb>(dialect.Use);
        services.AddMetrics().AddSingleton<Instruments>();
        services.AddSingleton<ThisNode>().AddSingleton<Noticeboard>().AddSingleton<WriterTimes>().AddSingleton(new DatabaseDoor(dialect));
        services.AddSingleton(KeyPlace.For(database, keyFile)).AddSingleton<MasterKey>().AddSingleton<Wrapping>();
        services.AddSingleton(provider => new MasterKeyRenewal(
            dialect, provider.GetRequiredService<MasterKey>(), provider.GetRequiredService<Wrapping>()));
        services.AddSingleton(provider => new Backup(dialect, provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<KeyPlace>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Restore(
            dialect, provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(), provider.GetRequiredService<MasterKey>(),
            provider.GetServices<IOnRestore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(StorageKeyRow.Wrapped).AddSingleton(ChainKeyRow.Wrapped);
        // Before the writer, for it is closed after it: what the last acts told is passed on too.
        services.AddHostedService<LinkOut>();
        services.AddSingleton<Writer>();
        services.AddHostedService(provider => provider.GetRequiredService<Writer>());
        services.AddSingleton(provider => new Schema(
            dialect, provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(), provider.GetRequiredService<Wrapping>(),
            provider.GetServices<NeededRow>()));
        return services;
    }

    /// <summary>A server hears what others do; a command does what it was asked, and ends.</summary>
    public static IServiceCollection AddStorageToServer(this IServiceCollection services) => services.AddHostedService<LinkIn>();
}
