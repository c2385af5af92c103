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

    /// <summary>Says why a verb failed, in one sentence on the error stream.</summary>
    public static int Because(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Failed;
    }
}
