using System.Globalization;
using Answerable.Model;
using MimeKit;

namespace Answerable.App.Mail;

/// <summary>Which addresses mail is sent to: one bare address, with a domain that can be written for the network.</summary>
internal static class MailAddresses
{
    private const int Longest = 254;

    public static bool IsAddress(string text) =>
        text.Length is > 0 and <= Longest && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) && text.ReadsAsItIs()
        && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && string.IsNullOrEmpty(mailbox.Name)
        && DomainOf(text) is not null;

    /// <summary>The domain as the network writes it; null where it cannot be written.</summary>
    public static string? DomainOf(string address)
    {
        try
        {
            return address.LastIndexOf('@') is > 0 and var at ? new IdnMapping().GetAscii(address[(at + 1)..]) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Words of a heading in one line, so that nobody writes a second heading into them.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
