using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Import;

public static class ImportModule
{
    internal static IServiceCollection AddImport(this IServiceCollection services, string database) => services
        .AddSingleton(ImportFolder.For(database))
        .AddSingleton(provider => new Importer(
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<TimeProvider>()))
        .Offers(
            typeof(BeginImport),
            typeof(BringFile),
            typeof(ChooseColumns),
            typeof(StartImport),
            typeof(StopImport),
            typeof(ResumeImport),
            typeof(DiscardImport),
            typeof(ImportPreview),
            typeof(ImportList),
            typeof(ImportRecord),
            typeof(ImportRemarks));

    /// <summary>The server carries imports on by itself; the command line only its own.</summary>
    public static IServiceCollection AddImportWorker(this IServiceCollection services) => services.AddHostedService<ImportWorker>();
}
