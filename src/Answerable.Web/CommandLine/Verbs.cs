using System.CommandLine;
using System.Data.Common;
using Answerable.App.Storage;
using Answerable.Web.Shared;

namespace Answerable.Web.CommandLine;

/// <summary>The command line: every module's verbs. Exit 0 done, 1 failed, 2 usage.</summary>
internal static class Verbs
{
    /// <summary>Made once: verbs share options, and each is readied for reading once.</summary>
    public static readonly RootCommand Root = Made();

    private static RootCommand Made()
    {
        var root = new RootCommand("Answerable: service management for contact centres.") { OpenedCentre.Database, OpenedCentre.KeyFile };
        foreach (var verb in Modules.All.SelectMany(module => module.Verbs).Append(ServeSettings.Run())
            .OrderBy(verb => verb.Name, StringComparer.Ordinal))
            root.Add(verb);
        Taken.ReadFirst(root);
        return root;
    }

    /// <summary>Whether a verb is asked for, rather than the server; what every verb takes may stand before it too.</summary>
    public static bool Asked(string[] args)
    {
        var named = Named(args);
        return args.Length > named && (IsHelp(args[named]) || args[named] is "--version"
            || (args[named] == ServeSettings.Word ? args.Any(IsHelp) : !args[named].StartsWith('-')));
    }

    /// <summary>At which place a verb stands, where there is one.</summary>
    public static int Named(string[] args)
    {
        var place = 0;
        while (place < args.Length
            && Root.Options.FirstOrDefault(known => known.Arity.MinimumNumberOfValues > 0 && known.Name == args[place].Split('=')[0])
                is { } option)
            place += args[place].Length > option.Name.Length ? 1 : 2;
        return Math.Min(place, args.Length);
    }

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?";

    /// <summary>Says what cannot be taken as it was asked, an option that is unknown among it, and with what to end; null where all can.</summary>
    public static int? Misread(ParseResult parsed)
    {
        if (Taken.Refusals(parsed) is not { Count: > 0 } refusals)
            return null;
        foreach (var refusal in refusals.Append("See --help."))
            Console.Error.WriteLine(refusal);
        return Exit.Usage;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root.Parse(args);
        if (Misread(parsed) is { } exit)
            return exit;
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
        }
        catch (FileNotFoundException missing) when (missing.FileName is not null)
        {
            return Exit.Because($"There is no file {missing.FileName}.");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or DatabaseUnfitException)
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
