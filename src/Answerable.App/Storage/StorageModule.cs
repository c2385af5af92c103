using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Storage;

internal static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string database)
    {
        var dialect = Dialect.For(database);
        services.AddSingleton(new DatabaseAddress(database));
        services.AddSingleton(dialect);
        services.AddPooledDbContextFactory<AnswerableDb>(dialect.Use);
        services.AddSingleton<Noticeboard>().AddSingleton<WriterTimes>();
        services.AddSingleton<Writer>();
        services.AddHostedService(provider => provider.GetRequiredService<Writer>());
        services.AddSingleton(provider => new Schema(dialect, provider.GetRequiredService<IDbContextFactory<AnswerableDb>>()));
        return services;
    }
}
