using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Answerable.Benchmarks.Api;

/// <summary>The real server in a process of its own, on a database of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Product = Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll");
    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> StartAsync(string database)
    {
        var port = FreePort();
        var process = Run("--database", database, "--urls", $"http://127.0.0.1:{port}", "--empty", "--SignInsPerMinute=100000");
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                if ((await http.GetAsync($"http://127.0.0.1:{port}/health")).IsSuccessStatusCode)
                    return new ServerProcess(process, port);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("The server did not open within 30 s.");
    }

    /// <summary>Runs a verb and returns what it printed.</summary>
    public static async Task<string> VerbAsync(string database, params string[] words)
    {
        using var process = Run([.. words, "--database", database]);
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? printed.Trim() : throw new InvalidOperationException($"{string.Join(' ', words)}: {await process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Product, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
