using System.CommandLine;
using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Journal;

internal sealed class JournalModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<AnchoringPage>("Administer", 30, "Anchors", "anchor")];

    public IEnumerable<Command> Verbs => [JournalVerb.Create()];

    public void MapTo(WebApplication app) => app.MapPost("/journal/anchoring", ChangeAsync).Does<ChangeAnchoring>();

    private static async Task<IResult> ChangeAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var asked = AnchoringForm.Of(form);
        var changed = await dispatcher.DoAsync(new ChangeAnchoring(asked.Path, asked.Url, asked.MailTo, asked.Revision), ActorOf.User(http.User)!,
            http.RequestAborted);
        return changed.Allowed ? Reply.See("/journal/anchoring") : Reply.Again<AnchoringPage>(changed.Refusals, form, null);
    }
}
