using System.CommandLine;
using Answerable.App.Acts;
using Answerable.App.Operations;
using Answerable.App.Work;
using Answerable.Web.Shared;

namespace Answerable.Web.Operations;

internal sealed class OperationsModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<SystemHealthPage>("Administer", 40, "System health", "heartbeat")];

    public IEnumerable<Command> Verbs => [HealthVerb.Create()];

    public void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<IStands, CertificateStands>();

    public void MapTo(WebApplication app) => app.MapPost("/operations/work/{id:guid}/beginning", TryAgainAsync).Does<TryWorkAgain>();

    private static async Task<IResult> TryAgainAsync(Guid id, HttpContext http, Dispatcher dispatcher) => Reply.Of(
        await dispatcher.DoAsync(new TryWorkAgain(WorkId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), _ => "/operations");
}
