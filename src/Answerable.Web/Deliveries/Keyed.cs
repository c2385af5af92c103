using Answerable.App.Acts;
using Answerable.App.Keys;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Deliveries;

/// <summary>Endpoints opened by a key in the Authorization header, never by a signed-in cookie.</summary>
internal static class Keyed
{
    private const string Bearer = "Bearer ";

    /// <summary>Opened by a key that may ask the reading. The key itself is asked for where the endpoint begins, so that the hot path does
    /// it once.</summary>
    public static RouteHandlerBuilder AsksByKey<TReading>(this RouteHandlerBuilder endpoint) where TReading : IReading =>
        endpoint.OpenedByKey(new Opens(Needed.By<TReading>(), typeof(TReading), null));

    /// <summary>Opened by a key with a permission that no act says, for the reason given.</summary>
    public static RouteHandlerBuilder OpenToKey(this RouteHandlerBuilder endpoint, Permission permission, string why) =>
        endpoint.OpenedByKey(new Opens(permission, null, why));

    private static RouteHandlerBuilder OpenedByKey(this RouteHandlerBuilder endpoint, Opens opens) =>
        endpoint.AllowAnonymous().WithMetadata(opens);

    /// <summary>The key that asks; null where there is none, and the refusal has been written.</summary>
    public static async ValueTask<KeyHeld?> FindAsync(HttpContext http, KeyRing keys)
    {
        var header = http.Request.Headers.Authorization is [{ } given] ? given : "";
        var key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await keys.FindAsync(header[Bearer.Length..].Trim()) : null;
        if (key is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"Answerable\"";
            await ApiReply.ProblemAsync(http, StatusCodes.Status401Unauthorized, "No key", new Refusal("key.unknown",
                header.Length == 0 ? "Send a key: Authorization: Bearer ak_... An administrator makes one."
                    : "This key is not in use: it is unknown or was revoked."));
        }
        else if (!key.Actor.May(http.GetEndpoint()!.Metadata.GetRequiredMetadata<IOpens>().Permission))
        {
            await ApiReply.ProblemAsync(http, StatusCodes.Status403Forbidden, "Not allowed",
                new Refusal("access.denied", $"The key '{key.Name}' may not do this: {key.Actor.Name} does not handle contacts."));
            return null;
        }
        return key;
    }
}
