using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.Web.Shared;

namespace Answerable.Web.Conduct;

internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        app.MapPost("/referrals/{id:guid}/acceptance", AcceptAsync).Does<AcceptReferral>();
        app.MapGet("/referrals/events", Live.Referrals).Asks<ReferralList>();
    }

    private static async Task<IResult> AcceptAsync(Guid id, HttpContext http, Dispatcher dispatcher) => Reply.Of(
        await dispatcher.DoAsync(new AcceptReferral(ReferralId.From(id)), ActorOf.User(http.User)!, http.RequestAborted),
        accepted => accepted.TakenOver is { } contact ? $"/desk/{contact}" : $"/referrals/{accepted.Referral}");
}
