using System.CommandLine;

namespace Answerable.Web.Import;

internal sealed class ImportModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<ImportsPage>("Monitor", 40, "Import", "file-import")];

    public IEnumerable<Command> Verbs => [ImportVerb.Create()];

    public void MapTo(WebApplication app) => app.MapImport();
}
