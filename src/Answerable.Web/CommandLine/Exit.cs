using Answerable.Model;

namespace Answerable.Web.CommandLine;

/// <summary>What a verb's exit code says to the shell.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

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

    /// <summary>Says why a verb failed, in one sentence on the error stream.</summary>
    public static int Because(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Failed;
    }
}
