using System.Diagnostics;

namespace Answerable.Benchmarks.Start;

/// <summary>How long a start takes until pages answer, on a database that is there already (aim: under 5 s), beside the bare runtime's own
/// start.</summary>
internal static class StartBench
{
    public static void Run(TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("answerable-bench-");
        var web = Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll");
        string[] serve = [web, "--database", Path.Combine(folder.FullName, "centre.db"), "--urls", "http://127.0.0.1:5981", "--empty"];
        UntilOpen(serve);
        to.WriteLine($"  {"bare runtime and command line",-32} {Median(() => UntilExit([web, "--version"])),6:0.00} s");
        to.WriteLine($"  {"second start until open",-32} {Median(() => UntilOpen(serve)),6:0.00} s");
        folder.Delete(recursive: true);
    }

    private static double Median(Func<double> seconds) => Enumerable.Range(0, 3).Select(_ => seconds()).Order().ElementAt(1);

    private static double UntilExit(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(arguments);
        process.WaitForExit();
        return watch.Elapsed.TotalSeconds;
    }

    private static double UntilOpen(string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(arguments);
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains("Answerable is open at", StringComparison.Ordinal))
        {
        }
        var taken = watch.Elapsed.TotalSeconds;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return taken;
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The product could not be started.");
    }
}
