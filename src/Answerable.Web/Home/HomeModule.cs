using Answerable.Model.People;

namespace Answerable.Web.Home;

internal sealed class HomeModule : IModule
{
    public IEnumerable<Entry> Entries => [new("", 0, "Home", "/", "home", Permission.SignedIn)];

    public void MapTo(WebApplication app) => app.MapHome();
}
