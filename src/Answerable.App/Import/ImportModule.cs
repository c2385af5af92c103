using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Import;

internal static class ImportModule
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton(provider => new Importer(
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<TimeProvider>()))
        .Offers(
            typeof(BeginImport),
            typeof(ImportList),
            typeof(ImportRecord),
            typeof(ImportRemarks));
}
