using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Conduct;

internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        var referral = app.MapGroup("/referrals/{id:guid}");
        referral.MapPost("/acceptance", AcceptAsync).Does<AcceptReferral>();
        referral.MapPost("/decision", DecideAsync).Does<DecideReferral>();
        referral.MapPost("/passing-on", PassOnAsync).Does<PassReferralOn>();
        referral.MapGet("/standing", StandingAsync).Asks<ReferralStanding>();
        // An address that only takes forms, opened as a page, is the referral's.
        referral.MapGet("/{what}", (Guid id, string what) => Reply.See($"/referrals/{id}")).Asks<ReferralRecord>();
        app.MapGet("/referrals/events", Live.Referrals).Asks<ReferralStanding>();
    }

    /// <summary>The page again where the referral stands otherwise than the page shows; otherwise nothing, so that what is being typed
    /// stays.</summary>
    private static async Task<IResult> StandingAsync(Guid id, string? shown, HttpContext http, Dispatcher dispatcher)
    {
        var now = await dispatcher.AskAsync(new ReferralStanding(ReferralId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return now.Allowed && now.Value.Mark() == shown
            ? Results.NoContent() : Reply.Page<ReferralPage>(new() { ["Id"] = id, ["Changed"] = true });
    }

    private static async Task<IResult> AcceptAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var accepted = await dispatcher.DoAsync(new AcceptReferral(ReferralId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return !accepted.Allowed ? Reply.Again<ReferralPage>(accepted.Refusals, form, id)
            : Reply.See(accepted.Value.TakenOver is { } contact ? $"/desk/{contact}" : $"/referrals/{accepted.Value.Referral}");
    }

    private static async Task<IResult> DecideAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var approves = form["verdict"] == "approve";
        if (!Amounts.TryRead(form["amount"], out var pence))
            return Reply.Again<ReferralPage>([Amounts.Refused(form["amount"], "Pence")], form, id);
        // Whoever took the amount out of the box did not mean all of it.
        if (approves && pence is null && form.ContainsKey("amount"))
            return Reply.Again<ReferralPage>([new Refusal("referral.amount", "Write the amount that you approve.", "Pence")], form, id);
        return Answer(id, form, await dispatcher.DoAsync(
            new DecideReferral(ReferralId.From(id), approves, form["reason"], approves ? pence : null),
            ActorOf.User(http.User)!, http.RequestAborted));
    }

    private static async Task<IResult> PassOnAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) => Answer(
        id, form, await dispatcher.DoAsync(new PassReferralOn(ReferralId.From(id), form["reason"]), ActorOf.User(http.User)!, http.RequestAborted));

    private static IResult Answer<TResult>(Guid id, IFormCollection form, Outcome<TResult> outcome) =>
        outcome.Allowed ? Reply.See("/referrals") : Reply.Again<ReferralPage>(outcome.Refusals, form, id);
}
