using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Acts;

/// <summary>
/// A module's contents page: the acts and readings it offers, what it keeps and what it does by itself. Each is found by its type, so that
/// a new module is listed nowhere.
/// </summary>
internal interface IModule
{
    void AddTo(IServiceCollection services);

    /// <summary>What only a server does by itself; the command line does only what it was asked.</summary>
    void AddToServer(IServiceCollection services)
    {
    }
}
