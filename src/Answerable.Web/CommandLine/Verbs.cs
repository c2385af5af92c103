using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using Answerable.App.Storage;
using Answerable.Web.Shared;

namespace Answerable.Web.CommandLine;

/// <summary>The command line: every module's verbs. Exit 0 done, 1 failed, 2 usage.</summary>
internal static class Verbs
{
    /// <summary>What the program is called, wherever its file is.</summary>
    private const string Program = "answerable";

    /// <summary>Made once: verbs share options, and each is readied for reading once.</summary>
    public static readonly Command Root = Made();

    private static Command Made()
    {
        // No root command of the library's: that is called as its file is.
        var root = new Command(Program, "Answerable: service management for contact centres.")
            { OpenedCentre.Database, OpenedCentre.KeyFile, Exit.Verbose, new HelpOption(), new VersionOption() };
        foreach (var verb in Modules.All.SelectMany(module => module.Verbs).Append(ServeSettings.Run())
            .OrderBy(verb => verb.Name, StringComparer.Ordinal))
            root.Add(verb);
        Taken.ReadFirst(root);
        return root;
    }

    /// <summary>Whether a verb is asked for, rather than the server.</summary>
    public static bool Asked(string[] args) => VerbFirst.Of(Root, args) switch
    {
        { Verb: [ServeSettings.Word] } server => server.Rest.Any(IsHelp),
        { Verb: [] } none => none.Rest.Any(word => IsHelp(word) || word is "--version")
            || (none.Rest is [var first, ..] && !first.StartsWith('-') && none.Rest.All(word => !word.StartsWith('-') || IsKnown(word))),
        _ => true,
    };

    /// <summary>The database's file, where it is one.</summary>
    private static string? FileOf(ParseResult parsed) =>
        ServeSettings.DatabaseOf(parsed.GetValue(OpenedCentre.Database)) is var name && DatabaseName.IsServer(name) ? null : name;

    // In the platform's words a file, whose folder is missing, is a path of which a part could not be found.
    private static string Nowhere(string message) => message.Split('\'') is ["Could not find a part of the path ", var file, ..]
        ? $"There is no folder {Path.GetDirectoryName(Path.GetFullPath(file))}. Make it first, or name another." : message;

    // To the platform a folder is a file to which nobody has access.
    private static string Denied(string message) => message.Split('\'') is not [_, var file, ..] ? message
        : Directory.Exists(file) ? Exit.NoFile(file) : $"This user may not read or write {file}.";

    private static bool IsKnown(string option) => Root.Options.Any(known => known.Name == option.Split('=')[0]);

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?";

    /// <summary>Help of a verb below another would ask for the words of that one too, which it does not take.</summary>
    private static void HideAbove(Command verb)
    {
        foreach (var argument in verb.Arguments)
            argument.Hidden = false;
        foreach (var argument in verb.Parents.OfType<Command>().SelectMany(above => above.Arguments))
            argument.Hidden = true;
    }

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
        var parsed = Root.Parse(VerbFirst.Of(Root, args).Words);
        if (Misread(parsed) is { } exit)
            return exit;
        HideAbove(parsed.CommandResult.Command);
        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
        }
        catch (Exception broken) when (FullDisk.Told(broken, FileOf(parsed)) is { } full)
        {
            return Exit.Because(full);
        }
        catch (DirectoryNotFoundException nowhere)
        {
            return Exit.Because(Nowhere(nowhere.Message));
        }
        catch (FileNotFoundException missing) when (missing.FileName is not null)
        {
            return Exit.Because(Exit.NoFile(missing.FileName));
        }
        catch (UnauthorizedAccessException denied)
        {
            return Exit.Because(Denied(denied.Message));
        }
        catch (Exception broken) when (broken is IOException or DatabaseUnfitException)
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
        catch (Exception unforeseen)
        {
            return Exit.Unforeseen(unforeseen, parsed.GetValue(Exit.Verbose));
        }
    }
}
