using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Operations;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Import;

internal sealed class ImportModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(provider => new ImportFolder(
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(), provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<MasterKey>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Importer(
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<CentreInForce>(),
            provider.GetRequiredService<ImportFolder>(),
            provider.GetRequiredService<ThisNode>(), provider.GetRequiredService<Instruments>()))
        .AddSingleton<IComparison, ImportsCompared>()
        .AddSingleton(new NotCompared("files that are not imported yet, mappings, and rows that were rejected or repaired",
            "the journal is told of an import when it is finished, and of these how many", typeof(KeptMappingRow), typeof(PieceRow),
            typeof(RemarkRow)))
        .AddSingleton<IStands, ImportStands>().CallsRound(ImportRound.Told, "Bringing in files of contacts")
        .AddSingleton<IEraseToo, ErasedInImports>()
        .AddSingleton(ImportRow.Wrapped).AddSingleton(ImportRow.WrappedDoubt).AddSingleton(RemarkRow.Wrapped)
        .AddSingleton(ImportRow.WrappedMapping).AddSingleton(ImportRow.WrappedFindings).AddSingleton(RemarkRow.WrappedReason)
        .AddSingleton(KeptMappingRow.Wrapped)
        .AddSingleton(new WrappedSince(
            "SELECT 1 FROM import_files WHERE (findings <> '' AND findings NOT LIKE 'wrapped:%') OR mapping NOT LIKE 'wrapped:%' LIMIT 1",
            ImportRow.WrappedMapping, ImportRow.WrappedFindings, RemarkRow.WrappedReason))
        .AddSingleton(new WrappedSince("SELECT 1 FROM import_mappings WHERE mapping NOT LIKE 'wrapped:%' LIMIT 1", KeptMappingRow.Wrapped))
        .Performs(typeof(ClearRemarks))
        .Offers(
            typeof(BeginImport),
            typeof(BringFile),
            typeof(ChooseColumns),
            typeof(KeepMapping),
            typeof(ForgetMapping),
            typeof(StartImport),
            typeof(StopImport),
            typeof(ResumeImport),
            typeof(DiscardImport),
            typeof(ForgetRemarks),
            typeof(ImportPreview),
            typeof(ImportUnderstood),
            typeof(ImportList),
            typeof(KeptMappings),
            typeof(ImportRecord),
            typeof(ImportRemarks));

    /// <summary>The server carries imports on by itself, one at a time whichever server; the command line only its own.</summary>
    public void AddToServer(IServiceCollection services) => services.AddSingleton<IRound, ImportRound>();
}
