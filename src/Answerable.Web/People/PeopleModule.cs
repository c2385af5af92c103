using Answerable.Model.People;

namespace Answerable.Web.People;

internal sealed class PeopleModule : IModule
{
    public IEnumerable<Entry> Entries => [new("People", 10, "People and teams", "/people", "users", Permission.ReadPeople)];

    public IEnumerable<HomePart> OnHome =>
        [new(typeof(HomePeople), Beside: true, 30, who => who.May(Permission.ReadPeople) && !who.May(Permission.ReadMeasures))];

    public void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddSigningIn(configuration);

    public void MapTo(WebApplication app) => app.MapPeople();
}
