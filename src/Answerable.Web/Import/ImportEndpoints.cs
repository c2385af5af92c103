using System.Text;
using Answerable.App.Acts;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
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
        app.MapPost("/imports/{id:guid}/mapping", KeepAsync).Does<KeepMapping>();
        app.MapPost("/imports/mappings/disposal", ForgetAsync).Does<ForgetMapping>();
        app.MapGet("/imports/{id:guid}/mapping.json", MappingAsync).Asks<ImportRecord>();
        app.MapGet("/imports/{id:guid}/rejected.csv", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            RemarkCsv.WriteAsync(id, RemarkKind.Rejected, http, dispatcher)).Asks<ImportRemarks>();
        app.MapGet("/imports/{id:guid}/repaired.csv", (Guid id, HttpContext http, Dispatcher dispatcher) =>
            RemarkCsv.WriteAsync(id, RemarkKind.Repaired, http, dispatcher)).Asks<ImportRemarks>();
    }

    private static async Task<IResult> DoAsync(IAct<Done> act, Guid id, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), _ => $"/imports/{id}");

    private static async Task<IResult> KeepAsync(Guid id, HttpContext http, Dispatcher dispatcher)
    {
        var name = (await http.Request.ReadFormAsync(http.RequestAborted))["name"].ToString();
        return Reply.Of(await dispatcher.DoAsync(new KeepMapping(ImportId.From(id), name), ActorOf.User(http.User)!, http.RequestAborted),
            kept => $"/imports/{id}?kept={Uri.EscapeDataString(kept)}#mapping");
    }

    private static async Task<IResult> ForgetAsync(HttpContext http, Dispatcher dispatcher)
    {
        var name = (await http.Request.ReadFormAsync(http.RequestAborted))["name"].ToString();
        return Reply.Of(await dispatcher.DoAsync(new ForgetMapping(name), ActorOf.User(http.User)!, http.RequestAborted), _ => "/imports#mappings");
    }

    private static async Task<IResult> MappingAsync(Guid id, HttpContext http, Dispatcher dispatcher)
    {
        var found = await dispatcher.AskAsync(new ImportRecord(ImportId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        return !found.Allowed ? Reply.Refused(found.Refusals)
            : found.Value.Mapping is not { Columns.Count: > 0 } mapping
                ? Reply.Refused([new Refusal("not-found", "No columns have been chosen for this import.")])
            : Results.File(Encoding.UTF8.GetBytes(MappingFile.Write(mapping)), "application/json",
                $"{Path.GetFileNameWithoutExtension(found.Value.File)}-mapping.json");
    }

    private static async Task<IResult> DisposeAsync(Guid id, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(await dispatcher.DoAsync(new DiscardImport(ImportId.From(id)), ActorOf.User(http.User)!, http.RequestAborted), _ => "/imports");
}
