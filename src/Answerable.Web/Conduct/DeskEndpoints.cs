using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Conduct;

/// <summary>Everything one does at the desk. A refusal shows the desk again, with what stood in the way and what was typed.</summary>
internal static class DeskEndpoints
{
    /// <summary>A word that is no presence: the act refuses it, where it might have been taken for ready.</summary>
    private const Presence NoPresence = (Presence)(-1);

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk");
        Post(desk, "/presence", form => new ChangePresence(ByName.Of<Presence>(form["to"]) ?? NoPresence));
        desk.MapPost("/contacts", StartAsync).Does<StartContact>();
        PostFor<TakeContact, ContactId>(desk, "/taking", (id, _) => new TakeContact(id));
        PostFor(desk, "/type", (id, form) => new ChooseType(id, form["type"].ToString()));
        PostFor(desk, "/customer", (id, form) => new RecordCustomer(id, form["customerReference"].ToString()));
        PostFor(desk, "/notes", (id, form) => new MakeNote(id, form["note"].ToString()));
        PostFor(desk, "/hold", (id, _) => new HoldContact(id));
        PostFor(desk, "/retrieval", (id, _) => new RetrieveContact(id));
        PostFor(desk, "/ending", (id, _) => new EndContact(id));
        PostFor(desk, "/departure", (id, _) => new LeaveWalk(id));
        PostFor(desk, "/resumption", (id, _) => new ResumeWalk(id));
        PostFor(desk, "/referral", (id, form) =>
            new ReferContact(id, form["referReason"].ToString(), ByName.Of<Role>(form["referTo"]), form["urgent"] == "true"));
        PostFor(desk, "/closure", (id, form) => new FinishWrap(id, ByName.Of<BreakOffReason>(form["breakReason"]), form["resolved"].ToString() switch
        { "true" => true, "false" => false, _ => null }));
        PostFor(desk, "/omission", (id, form) => new SkipStep(id, form["node"].ToString(), StepForm.TurnOf(form),
            ByName.Of<SkipReason>(form["skipReason"]) ?? SkipReason.NotSaid, form["skipWords"]));
        PostFor(desk, "/withdrawal", (id, _) => new WithdrawFromDesk(id));
        desk.MapPost("/{id:guid}/step", StepForm.TakeAsync).Does<DoStep>();
        desk.MapGet("/{id:guid}/hands", HandsAsync).Asks<DeskHands>();
        // An address that only takes forms, opened as a page, is the contact's.
        desk.MapGet("/{id:guid}/{what}", (Guid id, string what) => Reply.See($"/desk/{id}")).Asks<DeskContact>();
        // What an open page asks each minute, so that nobody who reads is taken for gone.
        app.MapGet("/here", Results.NoContent).OpenTo(Permission.HandleContacts, "being asked is all: whoever reads is there");
        app.MapPost("/here", ReturnAsync).Does<ReturnToDesk>();
        desk.MapGet("/events", Live.Desk).Asks<DeskQueue>();
    }

    /// <summary>The desk again, with what stood in the way.</summary>
    public static IResult Again(HttpContext http, Guid? id, IReadOnlyList<Refusal> refusals, IFormCollection typed)
    {
        // The address stays that of the contact, not of what was refused.
        http.Response.Headers["HX-Push-Url"] = "false";
        return Reply.Again<DeskView>(refusals, typed, id);
    }

    /// <summary>The desk again where the contact is in other hands than the page shows, or was changed in another window; otherwise nothing, so that
    /// what is being typed stays.</summary>
    private static async Task<IResult> HandsAsync(Guid id, string? shown, HttpContext http, Dispatcher dispatcher)
    {
        var now = await dispatcher.AskAsync(new DeskHands(ContactId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return now.Allowed && now.Value.Mark() == shown ? Results.NoContent() : Reply.Page<DeskView>(new() { ["Id"] = id });
    }

    /// <summary>By one who signed in again where they were; the form is its proof that it was this page that asked.</summary>
    private static async Task<IResult> ReturnAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        await dispatcher.DoAsync(new ReturnToDesk(), ActorOf.User(http.User)!, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> StartAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        // What it is about and whose it is may come later; how they came stands on the form, and a form without it says nothing of a contact.
        if (ByName.Of<Channel>(form["channel"]) is not { } channel)
            return Again(http, null, [new Refusal("contact.channel", form["channel"].ToString().Length == 0
                ? "Say how the customer came: without that there is no contact to start." : "Choose one of the channels there are.",
                "Channel")], form);
        var written = form["caseNumber"].ToString().Trim();
        if (written.Length > 0 && !int.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out _))
            return Again(http, null,
                [new Refusal("case.number", "A case has a number, such as 1001. Leave it empty to open a new one.", "CaseNumber")], form);
        var act = new StartContact(channel, form["type"], form["reference"], written.Length > 0
            ? int.Parse(written, System.Globalization.CultureInfo.InvariantCulture) : null);
        var started = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        return started.Allowed ? Reply.See($"/desk/{started.Value}") : Again(http, null, started.Refusals, form);
    }

    private static void Post<TAct>(RouteGroupBuilder desk, string path, Func<IFormCollection, TAct> act) where TAct : IAct<Done> =>
        desk.MapPost(path, async (HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) =>
        {
            Guid? contact = Guid.TryParse(form["contact"], out var known) ? known : null;
            var done = await dispatcher.DoAsync<Done>(act(form), ActorOf.User(http.User)!, http.RequestAborted);
            return done.Allowed ? Reply.See(contact is null ? "/desk" : $"/desk/{contact}") : Again(http, contact, done.Refusals, form);
        }).Does<TAct>();

    private static void PostFor<TAct>(RouteGroupBuilder desk, string path, Func<ContactId, IFormCollection, TAct> act) where TAct : IAct<Done> =>
        PostFor<TAct, Done>(desk, path, act);

    private static void PostFor<TAct, TResult>(RouteGroupBuilder desk, string path, Func<ContactId, IFormCollection, TAct> act)
        where TAct : IAct<TResult> =>
        desk.MapPost($"/{{id:guid}}{path}", async (Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form) =>
        {
            var asked = act(ContactId.From(id), form);
            var done = await dispatcher.DoAsync<TResult>(asked, ActorOf.User(http.User)!, http.RequestAborted);
            return done.Allowed ? Reply.See(asked is FinishWrap or LeaveWalk ? "/desk" : $"/desk/{id}") : Again(http, id, done.Refusals, form);
        }).Does<TAct>();
}
