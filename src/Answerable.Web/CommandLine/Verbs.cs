using System.CommandLine;
using System.Data.Common;

namespace Answerable.Web.CommandLine;

/// <summary>The command line: every module's verbs. Exit 0 done, 1 failed, 2 usage.</summary>
internal static class Verbs
{
    private static RootCommand Root()
    {
        var root = new RootCommand("Answerable: service management for contact centres.") { OpenedCentre.Database };
        foreach (var verb in Modules.All.SelectMany(module => module.Verbs).OrderBy(verb => verb.Name, StringComparer.Ordinal))
            root.Add(verb);
        return root;
    }

    /// <summary>Whether a verb is asked for, rather than the server; the database may be named before it.</summary>
    public static bool Asked(string[] args)
    {
        var named = args is ["--database", _, ..] ? 2 : args is [var first, ..] && first.StartsWith("--database=", StringComparison.Ordinal) ? 1 : 0;
        return args.Length > named && (args[named] is "--help" or "-h" or "-?" or "--version" || !args[named].StartsWith('-'));
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return Exit.Usage;
        }
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return Exit.Because(broken.Message);
        }
        catch (OperationCanceledException)
        {
            return Exit.Because("Stopped before the end.");
        }
        catch (DbException unusable)
        {
            return Exit.Because($"The database could not be used: {unusable.Message}");
        }
    }
}
