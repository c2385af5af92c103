using Answerable.App.Home;

namespace Answerable.Web.Home;

internal sealed class HomeModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<HomePage>("", 0, "Home", "home")];

    public IEnumerable<HomePart> OnHome => [new(typeof(FirstHourPart), Beside: false, 0, FirstHour.Concerns)];

    public void MapTo(WebApplication app) => app.MapHome();
}
