using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).Needs(Permission.SignedIn);
        app.MapPost("/people/{id:guid}/reactivation", ReactivateAsync).Needs(Permission.AdministerPeople);
    }

    private static async Task<IResult> SignOutAsync(SignInManager<Person> signIn, [FromForm] string? unused)
    {
        await signIn.SignOutAsync();
        return Reply.See("/sign-in");
    }

    private static async Task<IResult> ReactivateAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] string? unused) => Reply.Of(
        await dispatcher.DoAsync(new ReactivatePerson(PersonId.From(id)), ActorOf.User(http.User)!, http.RequestAborted),
        _ => $"/people/{id}");
}
