using System.Diagnostics;

namespace Answerable.DatabaseTests.CommandLine;

/// <summary>A verb as its user runs it.</summary>
internal static class VerbAsProcess
{
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll"), .. words])
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
