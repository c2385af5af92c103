using Answerable.App.Acts;
using Answerable.App.Home;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Authority;

internal sealed class AuthorityModule : IModule
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<INeeds, AuthorityNeeds>().Offers(
        typeof(DefineDecisionKind), typeof(SetLimit), typeof(EndLimit),
        typeof(AuthorityMatrix), typeof(LimitHistory));
}
