using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.Web.Shared;

namespace Answerable.Web.Privacy;

internal static class LooksEndpoints
{
    public static void MapLooks(this IEndpointRouteBuilder app) => app.MapGet("/customers/looks.csv", CsvAsync).Asks<WhoLooked>()
        .WithMetadata(new AskedDayAttribute("from"), new AskedDayAttribute("last"), new AskedIdAttribute("person", "person"),
            new AskedIdAttribute("customer", "customer"));

    private static async Task<IResult> CsvAsync(HttpContext http, Dispatcher dispatcher, TimeProvider time)
    {
        var asked = LooksQuery.Of(http.Request.Query, time.GetUtcNow(), 1) with { Most = WhoLooked.MostInAFile };
        var found = await dispatcher.AskAsync(asked, ActorOf.User(http.User)!, http.RequestAborted);
        return found.Allowed
            ? CsvBody.Download(CsvBody.Of(["when", "who", "what", "of_which", "from_the_page", "by_the_key"], found.Value.Lines.Select(line =>
                new object?[]
                {
                    Local.Exact(line.At), line.Who, line.Sight.Words(), line.Subject, LookWords.Place(line.Page), line.ByKey,
                })), "looks.csv")
            : Reply.Refused(found.Refusals);
    }
}
