using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.App.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Authority;

internal sealed class AuthorityModule : IModule
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<INeeds, AuthorityNeeds>().AddSingleton<IFirstStep, FirstLimit>()
        .AddSingleton<IComparison, LimitsCompared>().AddSingleton<IComparison, KindsCompared>()
        .AddSingleton<ICountersigned, SetLimit.Together>().AddSingleton<ICountersigned, EndLimit.Together>().Offers(
        typeof(DefineDecisionKind), typeof(SetLimit), typeof(EndLimit),
        typeof(AuthorityMatrix), typeof(LimitHistory), typeof(LimitEnding), typeof(LimitForeseen));
}
