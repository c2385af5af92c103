using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Answerable.App.Storage;
using Answerable.BrowserTests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Product))]
// A test mostly waits for its browser, and has people, names and contacts of its own: tests of one class need not wait for each other.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 4)]

namespace Answerable.BrowserTests;

/// <summary>The product as people meet it: its own process on a database of its own with the demo centre, and a browser before it.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-browser-");
    private Process? _server;
    private readonly Lazy<Task> _open;
    private readonly Lazy<Task<Payments>> _payments;
    private IPlaywright? _playwright;

    public Product() =>
        (_open, _payments) = (new Lazy<Task>(OpenAsync), new Lazy<Task<Payments>>(() => Payments.MakeAsync(this)));

    public string Address { get; private set; } = "";
    public IBrowser Browser { get; private set; } = default!;
    private string DatabaseFile => Path.Combine(_folder.FullName, "centre.db");

    /// <summary>Opens with the first visit: tests that look at no page need not wait for the demo centre.</summary>
    public Task OpenedAsync() => _open.Value;

    private async Task OpenAsync()
    {
        // Filling the demo centre takes most of the time of a short run: a filled database at hand may be begun from instead.
        if (Environment.GetEnvironmentVariable("ANSWERABLE_TEST_FILLED") is { Length: > 0 } filled)
        {
            File.Copy(filled, DatabaseFile);
            File.Copy(filled + ".key", DatabaseFile + ".key");
        }
        Address = $"http://127.0.0.1:{FreePort()}";
        _server = Start();
        await HeardAsync();
        _playwright = await Playwright.CreateAsync();
        // A machine with much else to do is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ANSWERABLE_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A contact type with a payment to decide, made once on the pages by whichever test first needs it: limits of £50, £100, £500 and
    /// £5,000 up the line.</summary>
    internal Task<Payments> PaymentsAsync() => _payments.Value;

    /// <summary>The rows beneath, for tests that look at what was written.</summary>
    internal AnswerableDb OpenDb()
    {
        var options = new DbContextOptionsBuilder<AnswerableDb>();
        Dialect.For(DatabaseFile).Use(options);
        return new AnswerableDb(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }
        _server?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll"), "--database", DatabaseFile, "--urls",
            Address, "--demo", "--SignInsPerMinute=100000"])
            start.ArgumentList.Add(argument);
        var server = Process.Start(start) ?? throw new InvalidOperationException("The product could not be started.");
        server.OutputDataReceived += (_, line) => Keep(line.Data);
        server.ErrorDataReceived += (_, line) => Keep(line.Data);
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _said = new();

    private void Keep(string? line)
    {
        if (line is not null)
            _said.Enqueue(line);
    }

    /// <summary>Waits until the product says that it is open: with the demo centre filled.</summary>
    private async Task HeardAsync()
    {
        for (var waited = 0; waited < 600; waited++)
        {
            if (_said.Any(line => line.Contains("Answerable is open at", StringComparison.Ordinal)))
                return;
            if (_server!.HasExited)
                break;
            await Task.Delay(200);
        }
        throw new InvalidOperationException("The product did not open:\n" + string.Join("\n", _said));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
