using System.Diagnostics;
using System.Globalization;

namespace Answerable.Benchmarks.Simulation;

/// <summary>The same queue in SimPy, run in a process of its own.</summary>
internal static class SimPy
{
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3"];

    /// <summary>Contacts, seconds, shares that waited and gave up; nothing when SimPy is not to be had.</summary>
    public static double[]? Run(int contacts) => Interpreters.Select(python => Try(python, contacts)).FirstOrDefault(r => r is not null);

    private static double[]? Try(string python, int contacts)
    {
        if (Model() is not { } model)
            return null;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, [model, contacts.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
            var line = process.StandardOutput.ReadLine();
            process.WaitForExit();
            return process.ExitCode == 0 && line is not null
                ? [.. line.Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture))]
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? Model()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "bench", "Answerable.Benchmarks", "Simulation", "mmn_patience.py");
            if (File.Exists(path))
                return path;
        }
        return null;
    }
}
