namespace Answerable.Web.Deliveries;

internal sealed class DeliveriesModule : IModule
{
    public void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddApi();

    public void MapTo(WebApplication app) => app.MapApi();
}
