namespace Answerable.App.Mail;

/// <summary>How the way to the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the open and goes on in TLS; a server that cannot is not talked to.</summary>
    StartTls,

    /// <summary>TLS from the first word.</summary>
    Tls,

    /// <summary>In the open: for a server on this machine. No password is sent by it.</summary>
    None,
}
