using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).Does<SignOut>();
        app.MapPost("/account/sessions/ending", EndOwnAsync).Does<EndOwnSessions>();
        app.MapPost("/countersignatures/{id:guid}", CountersignAsync).Does<Countersign>();
        var person = app.MapGroup("/people/{id:guid}");
        person.MapPost("/place", PlaceAsync).Does<PlacePerson>();
        person.MapPost("/invitation", RenewAsync).Does<RenewInvitation>();
        person.MapPost("/invitation/mail", MailAsync).Does<MailInvitation>();
        person.MapPost("/deactivation", DeactivateAsync).Does<DeactivatePerson>();
        person.MapPost("/reactivation", ReactivateAsync).Does<ReactivatePerson>();
        person.MapPost("/sessions-ending", EndSessionsAsync).Does<EndSessionsOf>();
        person.MapPost("/second-factor-off", TakeSecondFactorOffAsync).Does<TakeSecondFactorOff>();
        // An address that only takes forms, opened as a page, is the person's.
        person.MapGet("/{what}", (Guid id, string what) => Reply.See($"/people/{id}")).Asks<PersonRecord>();
    }

    /// <summary>One there is not stands among them as none: refused, rather than passed over.</summary>
    public static List<Role> RolesOf(IFormCollection form) => [.. form["Form.Roles"].Select(text => ByName.Of<Role>(text) ?? default)];

    /// <summary>With a contact in hand one is asked first what becomes of it: a customer must not wait for somebody who has gone home.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext http, Dispatcher dispatcher, [FromForm] string? contacts)
    {
        var who = ActorOf.User(http.User)!;
        if (who.May<DeskQueue>() && (await dispatcher.AskAsync(new DeskQueue(), who, http.RequestAborted)).Value.Mine is { Count: > 0 } inHand)
        {
            if (contacts is not ("left" or "kept"))
                return Reply.See("/sign-out/contacts");
            // One that a colleague has taken over meanwhile is not the leaver's to leave: that it is refused is no reason to stay.
            foreach (var line in contacts == "left" ? inHand : [])
                await dispatcher.DoAsync(new LeaveWalk(line.Contact), who, http.RequestAborted);
        }
        // Whoever has gone is not asked to take contacts or referrals.
        if (who.May<LeaveDesk>())
            await dispatcher.DoAsync(new LeaveDesk(), who, http.RequestAborted);
        await dispatcher.DoAsync(new SignOut(ActorOf.ClaimOf(http.User)?.Id), who, http.RequestAborted);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Reply.See("/sign-in");
    }

    private static async Task<IResult> PlaceAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        TeamId? team = form["Form.Team"].ToString() is { Length: > 0 } chosen
            ? TeamId.From(Guid.TryParse(chosen, out var known) ? known : Guid.Empty) // which is no team: refused, rather than taken for none
            : null;
        return await ProposeAsync(id, new PlacePerson(PersonId.From(id), team, RolesOf(form)), http, dispatcher, form);
    }

    // The link is shown this once, and stands in no address.
    private static async Task<IResult> RenewAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var renewed = await dispatcher.DoAsync(new RenewInvitation(PersonId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return renewed.Allowed
            ? Reply.Page<PersonPage>(new() { ["Id"] = id, ["Token"] = renewed.Value.Token })
            : Reply.Again<PersonPage>(renewed.Refusals, form, id);
    }

    private static async Task<IResult> MailAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var token = form["Token"].ToString();
        var act = new MailInvitation(PersonId.From(id), token, OneTimeLink.Of(http, token));
        var mailed = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        if (mailed.Allowed)
            return Reply.Page<PersonPage>(new() { ["Id"] = id, ["Mailed"] = true });
        // One that still opens is shown on: it is to be had nowhere else.
        return mailed.Refusals[0] == MailInvitation.Spent
            ? Reply.Again<PersonPage>(mailed.Refusals, form, id)
            : Reply.Page<PersonPage>(new() { ["Id"] = id, ["Token"] = token, ["Refusals"] = mailed.Refusals }, Reply.StatusOf(mailed.Refusals));
    }

    private static async Task<IResult> DeactivateAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var act = new DeactivatePerson(PersonId.From(id), form["Reason"].ToString());
        var gone = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        return gone.Allowed ? Reply.See($"/people/{id}") : Reply.Again<DeactivationPage>(gone.Refusals, form, id);
    }

    private static async Task<IResult> ReactivateAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) => Answer(
        id, await dispatcher.DoAsync(new ReactivatePerson(PersonId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), form);

    private static async Task<IResult> EndSessionsAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) => Answer(
        id, await dispatcher.DoAsync(new EndSessionsOf(PersonId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), form);

    private static Task<IResult> TakeSecondFactorOffAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) =>
        ProposeAsync(id, new TakeSecondFactorOff(PersonId.From(id)), http, dispatcher, form);

    /// <summary>Done, or put to a second person where one alone may not do it.</summary>
    private static async Task<IResult> ProposeAsync(Guid id, IAct<Done> act, HttpContext http, Dispatcher dispatcher, IFormCollection form)
    {
        var proposed = await dispatcher.DoAsync(new Propose(act, form["Why"].ToString()), ActorOf.User(http.User)!, http.RequestAborted);
        return proposed.Allowed && proposed.Value.Waits is not null ? Reply.See("/countersignatures") : Answer(id, proposed, form);
    }

    private static async Task<IResult> EndOwnAsync(HttpContext http, Dispatcher dispatcher, [FromForm] Guid? session)
    {
        var act = new EndOwnSessions(session is { } only ? SessionId.From(only) : null);
        var ended = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        if (!ended.Allowed)
            return Reply.Refused(ended.Refusals);
        if (ended.Value.Session is { } goesOn)
            await SessionCookie.OpenAsync(http, goesOn);
        return Reply.See("/account");
    }

    private static async Task<IResult> CountersignAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] string? answer)
    {
        var act = new Countersign(CountersignatureId.From(id), answer == "yes");
        return Reply.Of(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), _ => "/countersignatures");
    }

    private static IResult Answer<TResult>(Guid id, Outcome<TResult> outcome, IFormCollection form) =>
        outcome.Allowed ? Reply.See($"/people/{id}") : Reply.Again<PersonPage>(outcome.Refusals, form, id);
}
