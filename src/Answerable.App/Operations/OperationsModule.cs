using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Operations;

internal sealed class OperationsModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IStands, DatabaseStands>().AddSingleton<IStands, ServerStands>().AddSingleton<IStands, BackupStands>()
        .AddSingleton(new NotCompared("when the last backup was made", "the journal is not told of it", typeof(LastBackupRow)))
        .Offers(typeof(SystemHealth), typeof(NoteBackup));
}
