using Answerable.App.Deliveries;
using Answerable.App.Keys;
using Answerable.App.Storage;
using Answerable.Model;

namespace Answerable.Web.Deliveries;

/// <summary>Takes contact events: one or many, each standing for itself.</summary>
internal sealed class EventsEndpoint(ContactDeliveries deliveries, KeyRing keys, DatabaseDoor door, ILogger<EventsEndpoint> log)
{
    public async Task TakeAsync(HttpContext http)
    {
        if (await Keyed.FindAsync(http, keys) is not { } key)
            return;
        if (Unreadable(http.Request) is { } unreadable)
        {
            await RefuseAsync(http, unreadable);
            return;
        }
        var events = await EventsBody.ReadAsync(http.Request.BodyReader);
        if (!events.Allowed)
        {
            await RefuseAsync(http, events.Refusals[0]);
            return;
        }
        try
        {
            await AnswerAsync(http, await deliveries.AcceptAsync(events.Value, key));
        }
        catch (Exception broken) when (!http.Response.HasStarted)
        {
            if (door.IsAway(broken))
                log.LogWarning(
                    "Events from {Source} could not be kept, for the database is away: {Why}", key.Source, broken.GetBaseException().Message);
            else
                log.LogError(broken, "Events from {Source} could not be kept.", key.Source);
            http.Response.Headers.RetryAfter = "1";
            await ApiReply.ProblemAsync(http, StatusCodes.Status503ServiceUnavailable, "Not kept",
                new Refusal("events.not-kept", "The events could not be kept just now. Deliver them again: what was kept is not doubled."));
        }
    }

    private static Refusal? Unreadable(HttpRequest request) =>
        request.ContentLength > EventsBody.Largest ? EventsBody.TooLarge
        : request.HasJsonContentType() ? null
        : new Refusal("body.not-json", "Send the events as application/json.");

    private static Task RefuseAsync(HttpContext http, Refusal refusal) => refusal.Code switch
    {
        "body.too-large" => ApiReply.ProblemAsync(http, StatusCodes.Status413PayloadTooLarge, "Too large", refusal),
        "body.not-json" => ApiReply.ProblemAsync(http, StatusCodes.Status415UnsupportedMediaType, "Not JSON", refusal),
        "body.too-many" => ApiReply.ProblemAsync(http, StatusCodes.Status422UnprocessableEntity, "Too many", refusal),
        _ => ApiReply.ProblemAsync(http, StatusCodes.Status400BadRequest, "Malformed", refusal),
    };

    /// <summary>All taken: 200. Some refused: 207, with the reason at each. None taken: 422, a problem.</summary>
    private static Task AnswerAsync(HttpContext http, EventResult[] results)
    {
        var answer = EventsAnswer.Of(results);
        if (answer.Refused < results.Length)
            return ApiReply.JsonAsync(http, answer.Refused == 0
                ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus, answer, ApiJson.Answers.EventsAnswer);
        var first = results[0].Refusal!;
        var refusal = results.Length == 1 ? first : first with { Text = $"None of the {results.Length} events was taken. The first: {first.Text}" };
        return ApiReply.ProblemAsync(http, Problem.Of(StatusCodes.Status422UnprocessableEntity, "Refused", refusal, answer.Results));
    }
}
