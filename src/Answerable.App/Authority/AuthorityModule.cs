using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Authority;

internal static class AuthorityModule
{
    public static IServiceCollection AddAuthority(this IServiceCollection services) => services.Offers(
        typeof(DefineDecisionKind), typeof(SetLimit), typeof(EndLimit),
        typeof(AuthorityMatrix), typeof(LimitHistory));
}
