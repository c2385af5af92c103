namespace Answerable.Web.Home;

internal sealed class HomeModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<HomePage>("", 0, "Home", "home")];

    public void MapTo(WebApplication app) => app.MapHome();
}
