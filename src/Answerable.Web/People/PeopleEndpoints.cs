using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Authentication;

namespace Answerable.Web.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).Does<SignOut>();
        app.MapPost("/people/{id:guid}/reactivation", ReactivateAsync).Does<ReactivatePerson>();
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, Dispatcher dispatcher)
    {
        // Whoever has gone is not asked to take contacts or referrals.
        var who = ActorOf.User(http.User)!;
        if (who.May<ChangePresence>())
            await dispatcher.DoAsync(new ChangePresence(Presence.SignedOut), who, http.RequestAborted);
        await dispatcher.DoAsync(new SignOut(), who, http.RequestAborted);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Reply.See("/sign-in");
    }

    private static async Task<IResult> ReactivateAsync(Guid id, HttpContext http, Dispatcher dispatcher) => Reply.Of(
        await dispatcher.DoAsync(new ReactivatePerson(PersonId.From(id)), ActorOf.User(http.User)!, http.RequestAborted),
        _ => $"/people/{id}");
}
