using System.Globalization;
using System.Text;

namespace Answerable.Web.Shared;

/// <summary>An address as it may stand in a Location: a header holds nothing but visible ASCII, and what a browser would drop on reading it (tabs,
/// ends of lines) must not shift what comes before. What is escaped already stays so.</summary>
internal static class SentAddress
{
    public static string Of(string url)
    {
        if (!url.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return url;
        var sent = new StringBuilder(url.Length + 16);
        foreach (var piece in Encoding.UTF8.GetBytes(url))
            if (piece is > (byte)' ' and < 0x7f)
                sent.Append((char)piece);
            else
                sent.Append(CultureInfo.InvariantCulture, $"%{piece:X2}");
        return sent.ToString();
    }
}
