using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Answerable.DatabaseTests.Web;

namespace Answerable.DatabaseTests.Deliveries;

/// <summary>The real server in a process of its own, which a test may kill.</summary>
internal sealed class RunningServer : IDisposable
{
    private static readonly string Product = Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll");
    private readonly Process _process;

    private RunningServer(Process process, int port, int tls)
    {
        _process = process;
        Tls = new Uri($"https://127.0.0.1:{tls}");
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Bare = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Http.BaseAddress };
    }

    /// <summary>Where it speaks TLS, if it was given a certificate.</summary>
    public Uri Tls { get; }

    public HttpClient Http { get; }

    /// <summary>One that goes nowhere it is sent.</summary>
    public HttpClient Bare { get; }

    public int Id => _process.Id;

    /// <summary>As it is asked to close (SIGTERM); its exit code.</summary>
    public async Task<int> CloseAsync()
    {
        using var ask = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public static Task<RunningServer> StartAsync(string database, params string[] settings) => StartPlainAsync(database, ["--empty", .. settings]);

    /// <summary>As whoever runs it starts it, who says nothing of what a new centre begins with.</summary>
    public static Task<RunningServer> StartPlainAsync(string database, params string[] settings) => StartAmidAsync([], database, settings);

    /// <summary>With a disk of its own under its database.</summary>
    public static Task<RunningServer> StartOnAsync(SmallDisk disk, string database) => StartByAsync(
        arguments => Start(new ProcessStartInfo("unshare", disk.Words(["dotnet", .. arguments]))), database, "--empty");

    /// <summary>Amid surroundings that say something: environment variables.</summary>
    public static Task<RunningServer> StartAmidAsync(Dictionary<string, string> surroundings, string database, params string[] settings) =>
        StartByAsync(arguments => Run(surroundings, arguments), database, settings);

    private static async Task<RunningServer> StartByAsync(Func<string[], Process> start, string database, params string[] settings)
    {
        var (port, tls) = (FreePort(), FreePort());
        var urls = $"http://127.0.0.1:{port}" + (settings.Contains("--certificate") ? $";https://127.0.0.1:{tls}" : "");
        var server = new RunningServer(start([Product, "--database", database, "--urls", urls, .. settings]), port, tls);
        await Soon.SoAsync("the server is open", server.AnswersAsync);
        return server;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await Bare.GetAsync("/health")).StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>As a power cut would: no chance to tidy up (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Begins a verb of the command line, which a test may kill.</summary>
    public static Process BeginVerb(string database, params string[] words) => Run([], [Product, .. words, "--database", database]);

    /// <summary>Runs a verb of the command line; its exit code, and what it printed.</summary>
    public static async Task<(int Exit, string Printed)> VerbAsync(string database, params string[] words)
    {
        using var process = BeginVerb(database, words);
        var (printed, said) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await printed + await said);
    }

    public void Dispose()
    {
        Http.Dispose();
        Bare.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Run(Dictionary<string, string> surroundings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments);
        foreach (var (name, value) in surroundings)
            start.Environment[name] = value;
        return Start(start);
    }

    private static Process Start(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return Process.Start(start)!;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
