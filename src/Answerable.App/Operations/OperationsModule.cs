using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Operations;

internal sealed class OperationsModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IStands, DatabaseStands>().AddSingleton<IStands, ServerStands>().AddSingleton<IStands, BackupStands>()
        .Offers(typeof(SystemHealth), typeof(NoteBackup));
}
