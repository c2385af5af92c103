using Answerable.Model.Journal;

namespace Answerable.Model.Mail;

/// <summary>By which server mail goes out; none where the host is empty. Names and passwords are in no journal.</summary>
[FactName("mail.settings-changed")]
public sealed record MailSettingsChanged(string Host, int Port, string Security, bool SignsIn) : Fact;
