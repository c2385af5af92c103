using System.CommandLine;
using Answerable.Model.People;

namespace Answerable.Web.Import;

internal sealed class ImportModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Monitor", 40, "Import", "/imports", "file-import", Permission.ImportData)];

    public IEnumerable<Command> Verbs => [ImportVerb.Create()];

    public void MapTo(WebApplication app) => app.MapImport();
}
