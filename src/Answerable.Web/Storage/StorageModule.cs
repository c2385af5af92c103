using System.CommandLine;

namespace Answerable.Web.Storage;

internal sealed class StorageModule : IModule
{
    public IEnumerable<Command> Verbs => [SchemaVerb.Create(), MasterKeyVerb.Create(), .. BackupVerb.Create()];
}
