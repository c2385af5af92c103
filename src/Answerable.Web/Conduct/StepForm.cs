using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Conduct;

/// <summary>The one form of a step: which of its buttons was pressed says what is done, so that one place knows which turn the page was made
/// for.</summary>
internal static class StepForm
{
    private const string FieldPrefix = "f-";

    public static async Task<IResult> TakeAsync(Guid id, HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var (contact, who) = (ContactId.From(id), ActorOf.User(http.User)!);
        var done = await DoAsync(dispatcher, who, contact, form, http.RequestAborted);
        return done.Allowed ? Reply.See($"/desk/{id}") : DeskEndpoints.Again(http, id, done.Refusals, form);
    }

    private static async Task<Outcome<Done>> DoAsync(Dispatcher dispatcher, Model.People.Actor who, ContactId contact, IFormCollection form,
        CancellationToken stop)
    {
        var (node, answer) = (form["node"].ToString(), form["answer"].ToString());
        var turn = TurnOf(form);
        if (answer.Length > 0)
            return await dispatcher.DoAsync(new AnswerDecision(contact, node, turn, answer), who, stop);
        return form["do"].ToString() switch
        {
            "back" => await dispatcher.DoAsync(new GoBack(contact, node, turn), who, stop),
            "refer" => await dispatcher.DoAsync(new ReferContact(contact, "The next step is for a greater authority."), who, stop),
            "finish" => await FinishAsync(dispatcher, who, contact, stop),
            _ => await dispatcher.DoAsync(new DoStep(contact, node, turn, FieldsOf(form), form["said"] == "true", form["why"],
                form["allTheSame"] == "true"), who, stop),
        };
    }

    /// <summary>The turn the page was made for; one that says none is stale.</summary>
    public static int TurnOf(IFormCollection form) =>
        int.TryParse(form["turn"].ToString(), CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    private static Dictionary<string, string> FieldsOf(IFormCollection form) => form
        .Where(pair => pair.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[FieldPrefix.Length..], pair => pair.Value.ToString());

    /// <summary>With the customer still there, the conversation ends with the outcome; with the customer gone, the outcome closes the work.</summary>
    private static async Task<Outcome<Done>> FinishAsync(Dispatcher dispatcher, Model.People.Actor who, ContactId contact, CancellationToken stop)
    {
        var view = await dispatcher.AskAsync(new DeskContact(contact), who, stop);
        return view.Allowed && view.Value.EndedAt is not null
            ? await dispatcher.DoAsync(new FinishWrap(contact), who, stop)
            : await dispatcher.DoAsync(new EndContact(contact), who, stop);
    }
}
