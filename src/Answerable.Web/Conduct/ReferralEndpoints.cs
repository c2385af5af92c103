using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Conduct;

internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        app.MapPost("/referrals/{id:guid}/acceptance", AcceptAsync).Needs(Permission.TakeReferrals);
        app.MapGet("/referrals/events", Live.Referrals).Needs(Permission.TakeReferrals);
    }

    private static async Task<IResult> AcceptAsync(Guid id, HttpContext http, Dispatcher dispatcher) => Reply.Of(
        await dispatcher.DoAsync(new AcceptReferral(ReferralId.From(id)), ActorOf.User(http.User)!, http.RequestAborted),
        accepted => accepted.TakenOver is { } contact ? $"/desk/{contact}" : $"/referrals/{accepted.Referral}");
}
