using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Answerable.Benchmarks.Api;

/// <summary>
/// One telephony system's connection: sends one event, waits until it is acknowledged, sends the next. It speaks HTTP over a bare socket,
/// so that the measuring takes as little as it can of the processors it shares with what is measured.
/// </summary>
internal sealed class LoadConnection(int port, string key, string name)
{
    private static readonly string[] Types = ["arrived", "queued", "answered", "ended", "wrapped"];
    private readonly byte[] _in = new byte[4096];

    public List<long> Ticks { get; } = new(100_000);

    public async Task RunAsync(long until, DateTimeOffset from)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        for (var number = 0; Stopwatch.GetTimestamp() < until; number++)
        {
            var request = Request(number, from);
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            await AcknowledgedAsync(socket);
            Ticks.Add(Stopwatch.GetTimestamp() - sent);
        }
    }

    private byte[] Request(int number, DateTimeOffset from)
    {
        var (contact, type) = (number / Types.Length, Types[number % Types.Length]);
        var more = type switch { "arrived" or "queued" => ",\"queue\":\"Repairs\"", "answered" => ",\"agentName\":\"Jo\"", _ => "" };
        var at = $"{from.AddSeconds(number):yyyy-MM-ddTHH:mm:ssZ}";
        var body = $"{{\"id\":\"{name}-{number}\",\"contact\":\"{name}-{contact}\",\"type\":\"{type}\",\"at\":\"{at}\"{more}}}";
        return Encoding.ASCII.GetBytes(
            $"POST /api/contacts/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: " +
                $"application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private async Task AcknowledgedAsync(Socket socket)
    {
        var read = 0;
        while (true)
        {
            var some = await socket.ReceiveAsync(_in.AsMemory(read));
            if (some == 0)
                throw new IOException("The server closed the connection.");
            read += some;
            if (Length(_in.AsSpan(0, read)) is { } whole && read >= whole)
                break;
        }
        if (!_in.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8) || _in.AsSpan(0, read).IndexOf("\"accepted\":1"u8) < 0)
            throw new IOException("Not accepted: " + Encoding.UTF8.GetString(_in, 0, read));
    }

    private static int? Length(ReadOnlySpan<byte> answer)
    {
        var (head, length) = (answer.IndexOf("\r\n\r\n"u8), answer.IndexOf("Content-Length: "u8));
        return head < 0 || length < 0 || !System.Buffers.Text.Utf8Parser.TryParse(answer[(length + 16)..], out int body, out _)
            ? null : head + 4 + body;
    }
}
