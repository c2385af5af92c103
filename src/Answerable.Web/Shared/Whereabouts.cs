using Answerable.App.Acts;

namespace Answerable.Web.Shared;

/// <summary>The pattern of the address that is being answered: no number and no word of a request stands in it.</summary>
internal sealed class Whereabouts(IHttpContextAccessor accessor) : IWhereabouts
{
    public string? Page => accessor.HttpContext?.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? Of(pattern) : null;

    public static string Of(string pattern) => string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{') ? "…" : part));
}
