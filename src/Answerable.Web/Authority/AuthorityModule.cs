using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.Model.Authority;

namespace Answerable.Web.Authority;

internal sealed class AuthorityModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<AuthorityPage>("Design", 30, "Authority", "key")];

    public IEnumerable<HomePart> OnHome =>
        [new(typeof(HomeAuthority), Beside: true, 10, who => who.May<DeskQueue>() && who.May<AuthorityMatrix>(),
            FactTopics.Of<LimitSet>(), FactTopics.Of<LimitEnded>())];
}
