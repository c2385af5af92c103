using System.CommandLine;
using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.Model.Keys;
using Answerable.Model.People;

namespace Answerable.Web.People;

internal sealed class PeopleModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<PeoplePage>("People", 10, "People and teams", "users")];

    public IEnumerable<Command> Verbs => [PeopleVerb.Create(), CountersignVerb.Create()];

    public IEnumerable<HomePart> OnHome =>
        [new(typeof(HomePeople), Beside: true, 30, who => who.May<PeopleList>() && !who.May<KpiBoard>(),
            FactTopics.Of<PersonInvited>(), FactTopics.Of<PersonDeactivated>(), FactTopics.Of<PersonReactivated>(), FactTopics.Of<TeamFormed>(),
            FactTopics.Of<KeyCreated>(), FactTopics.Of<KeyRevoked>())];

    public void AddTo(IServiceCollection services, IConfiguration configuration) => services.AddSigningIn(configuration);

    public void Use(WebApplication app) => app.UseOwedSecondFactor();

    public void MapTo(WebApplication app)
    {
        app.MapPeople();
        app.MapPasskeys();
    }
}
