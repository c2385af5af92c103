using Answerable.App.Acts;
using Answerable.App.Mail;
using Answerable.Model;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.Mail;

internal sealed class MailModule : IModule
{
    public IEnumerable<Entry> Entries => [Entry.To<MailPage>("Administer", 20, "Mail", "mail")];

    public void MapTo(WebApplication app)
    {
        app.MapPost("/mail/test", TestAsync).Does<SendTestMail>();
        app.MapPost("/mail/settings", ChangeAsync).Does<ChangeMailSettings>();
        // An address that only takes forms, opened as a page, is the settings'.
        app.MapGet("/mail/{what}", (string what) => Reply.See("/mail")).Asks<MailSettings>();
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var asked = MailForm.Of(form);
        var act = new ChangeMailSettings(asked.Host, asked.PortNumber, ByName.Of<MailSecurity>(asked.Security) ?? (MailSecurity)(-1), asked.Login,
            asked.Password, asked.FromAddress, asked.FromName, asked.Revision);
        var changed = await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted);
        return changed.Allowed ? Reply.See("/mail")
            : Reply.Again<MailPage>(Reply.AtFields(changed.Refusals, form), MailForm.WithoutPassword(form), null);
    }

    /// <summary>What the server said stands on the page itself: it is in no address, and gone when the page is read again.</summary>
    private static async Task<IResult> TestAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var sent = await dispatcher.DoAsync(new SendTestMail(form["Test.To"].ToString()), ActorOf.User(http.User)!, http.RequestAborted);
        return sent.Allowed
            ? Reply.Page<MailPage>(new() { ["Answer"] = sent.Value, ["Typed"] = form })
            : Reply.Again<MailPage>(sent.Refusals, form, null);
    }
}
