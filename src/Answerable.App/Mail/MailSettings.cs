using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Mail;

/// <summary>By which server mail goes out, without its password.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record MailSettings : IReading<MailSettings.View>
{
    /// <param name="Host">Empty where no mail goes out.</param>
    public sealed record View(string Host, int Port, MailSecurity Security, string Login, bool HasPassword, string FromAddress, string FromName,
        long Revision)
    {
        public const int UsualPort = 587;
    }

    internal sealed class Reader : IAnswer<MailSettings, View>
    {
        public async Task<Outcome<View>> Answer(MailSettings reading, ReadingContext context, CancellationToken stop) =>
            await MailSettingsRow.FindAsync(context.Db, stop) is { } row
                ? new View(row.Host, row.Port, row.Security, row.Login, row.Password is not null, row.FromAddress, row.FromName, row.Revision)
                : new View("", View.UsualPort, MailSecurity.StartTls, "", false, "", "", 0);
    }
}
