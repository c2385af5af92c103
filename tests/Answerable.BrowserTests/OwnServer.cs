using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Answerable.BrowserTests;

/// <summary>The product on a database that is not there yet, as whoever begins a centre of their own starts it.</summary>
internal sealed partial class OwnServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-own-");
    private Process _process = default!;

    public string Address { get; private set; } = "";

    /// <summary>By which the first administrator chooses a password.</summary>
    public string Link { get; private set; } = "";

    public static async Task<OwnServer> StartAsync()
    {
        var own = new OwnServer();
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            own.Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        }
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll"), "--database",
            Path.Combine(own._folder.FullName, "centre.db"), "--urls", own.Address])
            start.ArgumentList.Add(argument);
        own._process = Process.Start(start)!;
        while (await own._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Invitation().Match(line) is { Success: true } link)
                own.Link = link.Value;
            if (line.Contains("Answerable is open at", StringComparison.Ordinal))
                return own;
        }
        throw new InvalidOperationException("The product did not open.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("/invitations/[0-9a-f]+")]
    private static partial Regex Invitation();
}
