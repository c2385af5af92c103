using Known = Answerable.Web.CommandLine.Verbs;

namespace Answerable.Tests.CommandLine;

/// <summary>A command line that was typed, and what came of it.</summary>
internal sealed record Typed(int Exit, string Output, string Error)
{
    /// <summary>What was said, a line each.</summary>
    public string[] Said => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Only for tests that run by themselves: the console is everybody's.</summary>
    public static async Task<Typed> RunAsync(params string[] words)
    {
        var (output, error) = (Console.Out, Console.Error);
        using StringWriter printed = new(), said = new();
        try
        {
            Console.SetOut(printed);
            Console.SetError(said);
            return new(await Known.RunAsync(words), printed.ToString(), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
