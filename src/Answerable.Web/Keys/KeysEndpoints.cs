using Answerable.App.Acts;
using Answerable.App.Keys;
using Answerable.Web.Shared;

namespace Answerable.Web.Keys;

internal static class KeysEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder app) =>
        app.MapPost("/keys/{id:guid}/revocation", RevokeAsync).Does<RevokeKey>();

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(await dispatcher.DoAsync(new RevokeKey(KeyId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), _ => "/keys");
}
