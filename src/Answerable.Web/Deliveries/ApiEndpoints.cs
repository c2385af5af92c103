using Answerable.App.Acts;
using Answerable.App.Deliveries;
using Answerable.App.Keys;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Deliveries;

/// <summary>What other systems ask and tell.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var events = new EventsEndpoint(
            app.ServiceProvider.GetRequiredService<ContactDeliveries>(),
            app.ServiceProvider.GetRequiredService<KeyRing>(),
            app.ServiceProvider.GetRequiredService<DatabaseDoor>(),
            app.ServiceProvider.GetRequiredService<ILogger<EventsEndpoint>>());
        app.MapPost("/api/contacts/events", (Delegate)events.TakeAsync)
            .OpenToKey(Permission.DeliverEvents, "what others tell is appended as it is, by no act").DescribeEvents();
        app.MapGet("/api/contacts/{id}", ContactAsync).AsksByKey<DeliveredContact>().DescribeContact();
        app.MapOpenApi("/openapi/{documentName}.json").OpenTo(Permission.Anyone, "what may be asked and told");
    }

    private static async Task ContactAsync(HttpContext http, string id, KeyRing keys, Dispatcher dispatcher)
    {
        if (await Keyed.FindAsync(http, keys) is not { } key)
            return;
        var found = await dispatcher.AskAsync(new DeliveredContact(id, key.JournalSource), key.Actor, http.RequestAborted);
        if (found.Allowed)
            await ApiReply.JsonAsync(http, StatusCodes.Status200OK, ContactAnswer.Of(found.Value.Contact, found.Value.Waits),
                ApiJson.Answers.ContactAnswer);
        else
            await ApiReply.ProblemAsync(http, StatusCodes.Status404NotFound, "Not found", found.Refusals[0]);
    }
}
