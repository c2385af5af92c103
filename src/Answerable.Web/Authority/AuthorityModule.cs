using Answerable.Model.People;

namespace Answerable.Web.Authority;

internal sealed class AuthorityModule : IModule
{
    public IEnumerable<Entry> Entries => [new("Design", 30, "Authority", "/authority", "key", Permission.ReadAuthority)];

    public IEnumerable<HomePart> OnHome =>
        [new(typeof(HomeAuthority), Beside: true, 10, who => who.May(Permission.HandleContacts) && who.May(Permission.ReadAuthority))];

    public void MapTo(WebApplication app) => app.MapAuthority();
}
