using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Answerable.Web.Shared;

/// <summary>Why a server does not open: a sentence for whoever started it, and nothing beside it in the log.</summary>
internal static partial class Unopened
{
    /// <summary>What a process that cannot start writes of itself before it ends.</summary>
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string Listening = "Microsoft.AspNetCore.Server.Kestrel";
    private const int StartFailed = 11;

    public static string Told(Exception thrown, string urls) => thrown switch
    {
        IOException when At().Match(thrown.Message) is { Success: true } match =>
            Taken(match.Groups[1].Value),
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"This user may not answer at {urls}: ports below 1024 are for the system's own. Give --urls another port.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"{urls} is no address of this machine. Give --urls one of its own.",
        SocketException => $"It cannot answer at {urls}: {thrown.Message}.",
        _ => thrown.Message,
    };

    public static string Taken(string url) => $"Another program answers at {url} already. Stop it, or give --urls another port.";

    /// <summary>Whether the log says only what the sentence says better.</summary>
    public static bool IsTold(string category, EventId what, Exception? thrown) => thrown is IOException or SocketException
        && (category == Host ? what.Id == StartFailed : category == Listening && what.Id == 0);

    [GeneratedRegex("^Failed to bind to address (.+): address already in use", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex At();
}
