using System.CommandLine;
using Answerable.Model;

namespace Answerable.Web.CommandLine;

/// <summary>What a verb's exit code says to the shell.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Where something goes wrong that Answerable did not foresee, say where it did.",
        Recursive = true,
    };

    /// <summary>Says what was asked for that cannot be, in one sentence on the error stream.</summary>
    public static int Misused(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Usage;
    }

    /// <summary>Says why an act was refused: what stands at an option is the slip of whoever typed it, what stands in a file is not.</summary>
    public static int Refused(IReadOnlyList<Refusal> refusals)
    {
        var sentence = string.Join(" ", refusals.Select(refusal => refusal.Text).Distinct());
        return refusals.All(refusal => refusal.Field is not (null or "file")) ? Misused(sentence) : Because(sentence);
    }

    /// <summary>Why there is no file to read by this name.</summary>
    public static string NoFile(string path) => Directory.Exists(path) ? $"{path} is a folder: name the file in it." : $"There is no file {path}.";

    /// <summary>Says of a fault of Answerable's own that there is one: whoever asked learns no more from where it was, unless they want to.</summary>
    public static int Unforeseen(Exception fault, bool verbose)
    {
        if (verbose)
            Console.Error.WriteLine(fault);
        return Because($"Something went wrong that Answerable did not foresee ({fault.GetType().Name}: {fault.Message.Split('\n')[0].Trim()})."
            + (verbose ? "" : " Ask with --verbose to see where."));
    }

    /// <summary>Says why a verb failed, in one sentence on the error stream.</summary>
    public static int Because(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Failed;
    }
}
