using Answerable.App.Acts;
using Answerable.App.Procedures;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Procedures;

/// <summary>The single-button acts; everything with words to type is a form on its page.</summary>
internal static class ProceduresEndpoints
{
    public static void MapProcedures(this IEndpointRouteBuilder app)
    {
        app.MapPost("/procedures", DraftAsync).Does<DraftProcedure>();
        app.MapPost("/procedures/starters", AdoptAsync).Does<AdoptStarter>();
        app.MapPost("/procedures/{id:guid}/versions", DraftNextAsync).Does<DraftNextVersion>();
        app.MapPost("/procedures/{id:guid}/versions/{version:int}/nodes/{key}/place", MoveAsync).Does<EditVersion>();
        app.MapPost("/procedures/{id:guid}/versions/{version:int}/nodes/{key}/removal", RemoveAsync).Does<EditVersion>();
        app.MapPost("/procedures/{id:guid}/versions/{version:int}/undoing", UndoAsync).Does<UndoEdit>();
    }

    private static async Task<IResult> DraftAsync(HttpContext http, Dispatcher dispatcher, [FromForm] string? contactType) => Reply.Of(
        await dispatcher.DoAsync(new DraftProcedure(contactType ?? ""), ActorOf.User(http.User)!, http.RequestAborted),
        id => Places.Outline(id, 1));

    private static async Task<IResult> AdoptAsync(HttpContext http, Dispatcher dispatcher, [FromForm] string? code) => Reply.Of(
        await dispatcher.DoAsync(new AdoptStarter(code ?? ""), ActorOf.User(http.User)!, http.RequestAborted),
        id => Places.Outline(id, 1));

    private static async Task<IResult> DraftNextAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] int? from) => Reply.Of(
        await dispatcher.DoAsync(new DraftNextVersion(ProcedureId.From(id), from ?? 0), ActorOf.User(http.User)!, http.RequestAborted),
        version => Places.Outline(ProcedureId.From(id), version));

    private static Task<IResult> MoveAsync(Guid id, int version, string key, HttpContext http, Dispatcher dispatcher, [FromForm] long? revision,
        [FromForm] int? to) =>
        EditAsync(id, version, revision, new MoveNode(key, to ?? 0), http, dispatcher);

    private static Task<IResult> RemoveAsync(Guid id, int version, string key, HttpContext http, Dispatcher dispatcher, [FromForm] long? revision) =>
        EditAsync(id, version, revision, new RemoveNode(key), http, dispatcher);

    private static async Task<IResult> UndoAsync(Guid id, int version, HttpContext http, Dispatcher dispatcher, [FromForm] long? revision) =>
        Reply.Of(
        await dispatcher.DoAsync(new UndoEdit(ProcedureId.From(id), version, revision ?? 0), ActorOf.User(http.User)!, http.RequestAborted),
        edited => Places.List(ProcedureId.From(id), version, edited.Node));

    private static async Task<IResult> EditAsync(Guid id, int version, long? revision, ChartEdit edit, HttpContext http, Dispatcher dispatcher) =>
        Reply.Of(
        await dispatcher.DoAsync(new EditVersion(ProcedureId.From(id), version, revision ?? 0, edit), ActorOf.User(http.User)!, http.RequestAborted),
        edited => Places.List(ProcedureId.From(id), version, edited.Node));
}
