using Answerable.App.Mail;
using Answerable.Model.Mail;

namespace Answerable.App.Journal;

/// <summary>By which server mail goes out, held against what was told when that was changed.</summary>
internal sealed class MailSettingsCompared() : SettingCompared<MailSettingsRow, MailSettingsChanged>("the mail server",
    row => row is null ? None : Words(row.Host, row.Port, row.Security.ToString(), row.Login.Length > 0),
    told => told is null or { Host: "" } ? None : Words(told.Host, told.Port, told.Security, told.SignsIn))
{
    private const string None = "none";

    private static string Words(string host, int port, string security, bool signsIn) =>
        $"{host}:{port}, {security}, {(signsIn ? "with" : "without")} a user name";
}
