using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Centre;

internal static class CentreEndpoints
{
    public static void MapCentre(this IEndpointRouteBuilder app)
    {
        var centre = app.MapGroup("/centre");
        centre.MapPost("/settings", ChangeAsync).Does<ChangeCentre>();
        centre.MapPost("/weeks", ChangeWeekAsync).Does<ChangeOpeningWeek>();
        centre.MapPost("/special-days", SetSpecialAsync).Does<SetSpecialDay>();
        centre.MapPost("/weeks/removal", (HttpContext http, Dispatcher dispatcher, [FromForm] string? queue) =>
            DoAsync(http, dispatcher, new RemoveOpeningWeek(queue ?? ""))).Does<RemoveOpeningWeek>();
        centre.MapPost("/special-days/removal", (HttpContext http, Dispatcher dispatcher, [FromForm] string? queue, [FromForm] string? date) =>
            DoAsync(http, dispatcher, new RemoveSpecialDay(Local.AnyDayWritten(date) ?? default, queue ?? ""))).Does<RemoveSpecialDay>();
        // An address that only takes forms, opened as a page, is the centre's.
        centre.MapGet("/{what}", (string what) => Reply.See("/centre")).Asks<CentreRecord>();
    }

    private static Task<IResult> ChangeAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var asked = SettingsForm.Of(form);
        return DoAsync(http, dispatcher, new ChangeCentre(asked.Name, asked.Zone, asked.Currency, asked.Holidays, asked.Revision,
            asked.AfterContact), form);
    }

    private static Task<IResult> ChangeWeekAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var asked = WeekForm.Of(form);
        return DoAsync(http, dispatcher, new ChangeOpeningWeek(asked.Queue, asked.Days, NewQueue: asked.NewQueue), form);
    }

    private static Task<IResult> SetSpecialAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var asked = SpecialForm.Of(form);
        return DoAsync(http, dispatcher,
            new SetSpecialDay(Local.AnyDayWritten(asked.Date), asked.Queue, asked.Open, asked.Why, asked.NewQueue), form);
    }

    private static async Task<IResult> DoAsync(HttpContext http, Dispatcher dispatcher, IAct<Done> act, IFormCollection? form = null)
    {
        var outcome = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        return outcome.Allowed ? Reply.See("/centre")
            : form is null ? Reply.Refused(outcome.Refusals) : Reply.Again<CentrePage>(outcome.Refusals, form, null);
    }
}
