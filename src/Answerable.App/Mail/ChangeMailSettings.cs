using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.Mail;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Mail;

/// <summary>
/// Says by which server mail goes out, and as whom; an empty host sends none. Letters that wait to be tried again are tried at once: so it is seen
/// whether the new settings serve, and what none sends any more is given up.
/// </summary>
/// <param name="Password">Empty keeps the one there is.</param>
/// <param name="Revision">Of the settings as they were looked at; null changes them whatever they are.</param>
[Needs(Permission.AdministerSystem)]
public sealed record ChangeMailSettings(
    string Host, int? Port, MailSecurity Security, string Login, [ToTheLetter] string Password, string FromAddress, string FromName,
    long? Revision = null) : IAct<Done>
{
    private const int Longest = 250;

    internal sealed class Handler : IHandle<ChangeMailSettings, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeMailSettings act, ActContext context, CancellationToken stop)
        {
            var row = await MailSettingsRow.FindAsync(context.Db, stop);
            if (ChangedMeanwhile.Of(act.Revision, row?.Revision ?? 0) is { } overtaken)
                return overtaken;
            if (act.Host.Trim().Length == 0)
            {
                if (row is not null)
                    context.Db.Remove(row);
                context.Happened(new MailSettingsChanged("", 0, "", false), CentreId.TheOne);
                await context.BringForwardAsync<SendLetter>(stop);
                return Done.It;
            }
            var refusals = Check(act, row);
            if (refusals.Count > 0)
                return refusals;
            Keep(act, context, row);
            context.Happened(new MailSettingsChanged(act.Host.Trim(), act.Port!.Value, act.Security.ToString(), act.Login.Length > 0),
                CentreId.TheOne);
            await context.BringForwardAsync<SendLetter>(stop);
            return Done.It;
        }

        private static List<Refusal> Check(ChangeMailSettings act, MailSettingsRow? row)
        {
            var refusals = new List<Refusal>();
            if (act.Host.Length > Longest || Uri.CheckHostName(act.Host.Trim()) == UriHostNameType.Unknown)
                refusals.Add(new Refusal("mail.host", "Give the server's name, such as smtp.example.org.", nameof(Host)));
            if (act.Port is not (> 0 and <= ushort.MaxValue))
                refusals.Add(new Refusal("mail.port", "Give the port, from 1 to 65,535: mostly 587.", nameof(Port)));
            if (!Enum.IsDefined(act.Security))
                refusals.Add(new Refusal("mail.security", "Choose among the ways there are.", nameof(Security)));
            if (!MailAddresses.IsAddress(act.FromAddress.Trim()))
                refusals.Add(new Refusal("mail.from", "Give one e-mail address, such as centre@example.org.", nameof(FromAddress)));
            if (act.FromName.Length > Longest || !act.FromName.ReadsAsItIs())
                refusals.Add(ShownText.Misleading(nameof(FromName)));
            if (act.Login.Length > Longest || act.Login.Any(char.IsControl))
                refusals.Add(new Refusal("mail.login", "Give the user name as the server knows it.", nameof(Login)));
            if (act.Login.Length > 0 && act.Security == MailSecurity.None)
                refusals.Add(new Refusal("mail.open-password", "In the open no password is sent. Choose TLS, or leave the user name empty.",
                    nameof(Security)));
            if (act.Login.Length > 0 && act.Password.Length == 0 && (row?.Password is null || GoesElsewhere(act, row)))
                refusals.Add(new Refusal("mail.password", "Give the password: the one that is kept is sent to no other server than the one it was "
                    + "given for.", nameof(Password)));
            return refusals;
        }

        // Else whoever may change settings could have the password sent to a server of their own.
        private static bool GoesElsewhere(ChangeMailSettings act, MailSettingsRow row) =>
            !string.Equals(act.Host.Trim(), row.Host, StringComparison.OrdinalIgnoreCase) || act.Port != row.Port || act.Security != row.Security
            || act.Login != row.Login;

        private static void Keep(ChangeMailSettings act, ActContext context, MailSettingsRow? row)
        {
            if (row is null)
                context.Db.Add(row = new MailSettingsRow());
            (row.Host, row.Port, row.Security, row.Login) = (act.Host.Trim(), act.Port!.Value, act.Security, act.Login);
            (row.FromAddress, row.FromName, row.Revision) = (act.FromAddress.Trim(), act.FromName.Shown(), row.Revision + 1);
            if (act.Login.Length == 0)
                row.Password = null;
            else if (act.Password.Length > 0)
                row.Password = MailSettingsRow.Wrapped.Wrap(context.Db.Master, act.Password, row.Id);
        }
    }
}
