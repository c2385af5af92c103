using System.Net.Security;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Answerable.App.Mail;

/// <summary>Whom it trusts besides those the machine trusts: nobody, but in tests.</summary>
internal sealed record MailTrust(RemoteCertificateValidationCallback? Also = null);

/// <summary>What came of handing a letter to the mail server.</summary>
/// <param name="Passing">It was not taken, and may be later.</param>
/// <param name="Says">In a sentence, with the server's own words.</param>
internal sealed record Handed(bool Taken, bool Passing, string Says);

/// <summary>Hands letters to the mail server, and tells what it says in words for a page.</summary>
internal sealed partial class SmtpPost(MailTrust trust)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="still">Asked last, when the server listens: whether it has not been sent by another already.</param>
    public async Task<Handed> SendAsync(
        MailServer server, LetterId id, Letter letter, DateTimeOffset at, CancellationToken stop,
        Func<CancellationToken, Task<bool>>? still = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        using var client = new SmtpClient { CheckCertificateRevocation = false, Timeout = (int)Patience.TotalMilliseconds };
        if (trust.Also is { } also)
            client.ServerCertificateValidationCallback = also;
        try
        {
            using var message = MessageOf(server, id, letter, at);
            await client.ConnectAsync(server.Host, server.Port, Way(server.Security), either.Token);
            if (server.Login.Length > 0)
                await client.AuthenticateAsync(server.Login, server.Password ?? "", either.Token);
            if (still is not null && !await still(stop))
                return new Handed(true, false, $"{server.Host} had taken it already.");
            // Once it is offered its answer is waited for: a letter that was taken unheard would be sent again.
            var answer = await client.SendAsync(message, patience.Token);
            await LeaveAsync(client);
            return new Handed(true, false, $"{server.Host} took it: {Quoted(answer)}");
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return Refused(server, broken) ?? throw new InvalidOperationException("The letter could not be handed over.", broken);
        }
    }

    public static MimeMessage MessageOf(MailServer server, LetterId id, Letter letter, DateTimeOffset at)
    {
        var message = new MimeMessage
        {
            Subject = MailAddresses.OneLine(letter.Subject),
            Date = at,
            MessageId = $"{id.Value:N}@{MailAddresses.DomainOf(server.FromAddress)}", // The same however often it is sent: receivers show it once.
            Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(new MailboxAddress(MailAddresses.OneLine(server.FromName), server.FromAddress));
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>It has the letter: that it breaks off before the good-bye changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.DisconnectAsync(quit: true, moment.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ProtocolException or CommandException)
        {
            client.Timeout = 1;
        }
    }

    private static SecureSocketOptions Way(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls, // Demanded, never only tried: whoever stands between could take the offer out.
    };

    private static Handed? Refused(MailServer server, Exception broken) => broken switch
    {
        SmtpCommandException said => new Handed(false, (int)said.StatusCode is >= 400 and < 500,
            $"{server.Host} does {((int)said.StatusCode < 500 ? "not take it now" : "not take it")}: {(int)said.StatusCode} {Quoted(said.Message)}"),
        AuthenticationException said => new Handed(false, false,
            $"{server.Host} does not take the user name and password. Give them anew in the mail settings. It says: {Quoted(said.Message)}"),
        SslHandshakeException => new Handed(false, true,
            $"{server.Host} could not prove by its certificate that it is {server.Host}, or speaks no TLS at this port. Look at the name, the port "
            + "and the way of security in the mail settings."),
        NotSupportedException when server.Security == MailSecurity.StartTls => new Handed(false, false,
            $"{server.Host} offers no TLS at port {server.Port}, and in the open nothing is sent. Choose the way and the port it has."),
        NotSupportedException => new Handed(false, false, $"{server.Host} has no sign-in at port {server.Port}. Leave the user name empty, or choose "
            + "another port."),
        OperationCanceledException or TimeoutException => new Handed(false, true,
            $"{server.Host} did not answer within {Patience.TotalSeconds:0} seconds."),
        SocketException => new Handed(false, true, $"{server.Host} cannot be reached at port {server.Port}."),
        IOException or ProtocolException or ServiceNotConnectedException => new Handed(false, true, $"{server.Host} broke off in the middle."),
        _ => null,
    };

    /// <summary>The server's own words in one line; addresses it names are left out, for they stand where more people read.</summary>
    private static string Quoted(string words)
    {
        var line = Address().Replace(MailAddresses.OneLine(words), "(the address)");
        return line.Length > 300 ? line[..300] : line;
    }

    [GeneratedRegex(@"<?[^\s<>]+@[^\s<>]+>?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
