using Answerable.App.Acts;
using Answerable.App.Import;
using Answerable.Model;
using Answerable.Web.Shared;

namespace Answerable.Web.Import;

internal static class ImportEndpoints
{
    public const long LargestFile = 200_000_000;

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/imports/files", Upload.TakeAsync).DisableAntiforgery().Does<BringFile>();
        app.MapPost("/imports/{id:guid}/start", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            DoAsync(new StartImport(ImportId.From(id)), id, http, dispatcher)).Does<StartImport>();
        app.MapPost("/imports/{id:guid}/stop", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            DoAsync(new StopImport(ImportId.From(id)), id, http, dispatcher)).Does<StopImport>();
        app.MapPost("/imports/{id:guid}/resumption", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            DoAsync(new ResumeImport(ImportId.From(id)), id, http, dispatcher)).Does<ResumeImport>();
        app.MapPost("/imports/{id:guid}/disposal", DisposeAsync).Does<DiscardImport>();
        app.MapGet("/imports/{id:guid}/rejected.csv", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            RemarkCsv.WriteAsync(id, RemarkKind.Rejected, http, dispatcher)).Asks<ImportRemarks>();
        app.MapGet("/imports/{id:guid}/repaired.csv", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            RemarkCsv.WriteAsync(id, RemarkKind.Repaired, http, dispatcher)).Asks<ImportRemarks>();
    }

    private static async Task<IResult> DoAsync(IAct<Done> act, Guid id, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), _ => $"/imports/{id}");

    private static async Task<IResult> DisposeAsync(Guid id, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(await dispatcher.DoAsync(new DiscardImport(ImportId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), _ => "/imports");
}
