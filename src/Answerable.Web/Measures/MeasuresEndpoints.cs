using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

internal static class MeasuresEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/measures/{name}/figures.csv", FiguresAsync).Asks<KpiFigures>().WithMetadata(Period)
            .WithMetadata(new AskedNumberAttribute("definition"));
        app.MapGet("/contacts.csv", ContactsAsync).Asks<ContactsBehind>().WithMetadata(Period)
            .WithMetadata(new AskedAttribute<ContactPart>("part"), new AskedAttribute<Direction>("direction"),
                new AskedAttribute<ContactState>("state"), new AskedMomentAttribute("after"), new AskedMomentAttribute("before"));
    }

    /// <summary>A page says which days it shows instead of those that cannot be read; a file says nothing.</summary>
    private static object[] Period => [new AskedDayAttribute("from"), new AskedDayAttribute("last"), new AskedAttribute<FactKind>("kind"),
        new AskedNumberAttribute("threshold"), new AskedNumberAttribute("short"), new AskedNumberAttribute("window")];

    private static async Task<IResult> FiguresAsync(string name, HttpContext http, Dispatcher dispatcher, TimeProvider time)
    {
        MeasuresQuery Query(MeasuresExtent.Finding extent) => new(http.Request.Query, extent, time.GetUtcNow());
        // A file is handed on, and nothing in it could say that it was not all: it waits until everything is added up.
        var whole = new KpiBoard(extent => [KpiView.Question(Query(extent), name)]) { Whole = true };
        var board = await dispatcher.AskAsync(whole, ActorOf.User(http.User)!, http.RequestAborted);
        if (!board.Allowed || board.Value.Refused.Count > 0)
            return Reply.Refused(board.Allowed ? board.Value.Refused : board.Refusals);
        var found = board.Value.Figures[0];
        return CsvBody.Download(MeasuresCsv.Of(found), $"{found.Kpi.Name}-{MeasuresQuery.Text(Query(board.Value.Extent).First)}.csv");
    }

    private static async Task<IResult> ContactsAsync(HttpContext http, Dispatcher dispatcher, TimeProvider time)
    {
        var extent = await dispatcher.AskAsync(new MeasuresExtent(), Actor.System, http.RequestAborted);
        var query = new MeasuresQuery(http.Request.Query, extent.Value, time.GetUtcNow());
        var asked = ContactsQuery.Of(query, 1) with { Most = ContactsBehind.MostInAFile };
        var listing = await dispatcher.AskAsync(asked, ActorOf.User(http.User)!, http.RequestAborted);
        return listing.Allowed
            ? CsvBody.Download(MeasuresCsv.Of(listing.Value), $"contacts-{MeasuresQuery.Text(query.First)}.csv") : Reply.Refused(listing.Refusals);
    }
}
