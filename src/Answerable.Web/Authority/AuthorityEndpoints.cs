using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Authority;

internal static class AuthorityEndpoints
{
    public static void MapAuthority(this IEndpointRouteBuilder app) =>
        app.MapPost("/authority/limits/{id:guid}/ending", EndAsync).Does<EndLimit>();

    private static async Task<IResult> EndAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] string? code) => Reply.Of(
        await dispatcher.DoAsync(new Propose(new EndLimit(LimitId.From(id))), ActorOf.User(http.User)!, http.RequestAborted),
        proposed => proposed.Waits is not null ? "/countersignatures"
            : string.IsNullOrEmpty(code) ? "/authority" : $"/authority/{Uri.EscapeDataString(code)}");
}
