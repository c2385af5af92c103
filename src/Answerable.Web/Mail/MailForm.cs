using System.Globalization;
using Answerable.App.Mail;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Mail;

/// <summary>The settings as they were typed.</summary>
internal sealed record MailForm(
    string Host, string Port, string Security, string Login, string Password, string FromAddress, string FromName, long? Revision)
{
    public int? PortNumber => int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    public static bool Sent(IFormCollection? form) => form?.ContainsKey("Settings.Host") == true;

    public static MailForm Of(IFormCollection form) => new(
        Said(form, nameof(Host)), Said(form, nameof(Port)), Said(form, nameof(Security)), Said(form, nameof(Login)), Said(form, nameof(Password)),
        Said(form, nameof(FromAddress)), Said(form, nameof(FromName)),
        long.TryParse(Said(form, nameof(Revision)), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null);

    public static MailForm Of(MailSettings.View known) => new(
        known.Host, known.Port.ToString(CultureInfo.InvariantCulture), known.Security.ToString(), known.Login, "", known.FromAddress, known.FromName,
        known.Revision);

    /// <summary>What is shown again after a refusal: all but the password.</summary>
    public static FormCollection WithoutPassword(IFormCollection form) => new(
        form.Where(field => field.Key != "Settings.Password").ToDictionary(field => field.Key, field => new StringValues([.. field.Value])));

    private static string Said(IFormCollection form, string name) => form[$"Settings.{name}"].ToString();
}
