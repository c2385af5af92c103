using Answerable.App.Acts;
using Answerable.App.Deliveries;
using Answerable.App.Keys;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Routing.Template;

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
        // No form comes here, and so no form's token.
        app.MapFallback("/api/{*path}", NothingThereAsync).DisableAntiforgery()
            .OpenTo(Permission.Anyone, "says in JSON that nothing is there, or not so");
        app.MapOpenApi("/openapi/{documentName}.json").OpenTo(Permission.Anyone, "what may be asked and told");
    }

    /// <summary>A path that is known is asked for in another way than it may be.</summary>
    private static Task NothingThereAsync(HttpContext http, EndpointDataSource endpoints)
    {
        string[] methods = [.. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(known => known.RoutePattern.RawText is { } pattern && !pattern.Contains("{*", StringComparison.Ordinal)
                && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(http.Request.Path, []))
            .SelectMany(known => known.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order()];
        if (methods.Length == 0)
            return ApiReply.ProblemAsync(http, StatusCodes.Status404NotFound, "Not found",
                new Refusal("api.unknown", "Nothing is at this path: /openapi/v1.json says what there is."));
        http.Response.Headers.Allow = string.Join(", ", methods);
        return ApiReply.ProblemAsync(http, StatusCodes.Status405MethodNotAllowed, "Not allowed",
            new Refusal("api.method", $"This path takes {string.Join(" and ", methods)} only."));
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
