using System.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.CommandLine;

/// <summary>
/// What was typed, with its verb first: an option may stand anywhere, before the verb and between its words too. What is moved keeps its order, and a
/// word that belongs to an option moves with it.
/// </summary>
/// <param name="Verb">The words of the verb; none where none is named.</param>
/// <param name="Rest">All else.</param>
internal sealed record VerbFirst(IReadOnlyList<string> Verb, IReadOnlyList<string> Rest)
{
    private const string OnlyWords = "--";

    public IReadOnlyList<string> Words => [.. Verb, .. Rest];

    public static VerbFirst Of(Command root, IReadOnlyList<string> typed)
    {
        var (command, verb, moved, at) = (root, new List<string>(), new List<string>(), 0);
        for (; at < typed.Count && command.Subcommands.Count > 0 && typed[at] != OnlyWords; at++)
            if (typed[at].StartsWith('-'))
            {
                var option = typed[at];
                moved.Add(option);
                if (TakesNext(command, option) && at + 1 < typed.Count)
                    moved.Add(typed[++at]);
                while (TakesMore(command, option) && at + 1 < typed.Count && !typed[at + 1].StartsWith('-') && !IsBelow(command, typed[at + 1]))
                    moved.Add(typed[++at]);
            }
            else if (command.Subcommands.FirstOrDefault(below => below.Name == typed[at]) is { } below)
            {
                verb.Add(typed[at]);
                command = below;
            }
            else
                break;
        // Behind the words of the verb, or an option that takes any number of words would take them.
        var words = typed.Skip(at).ToList();
        words.InsertRange(words.IndexOf(OnlyWords) is >= 0 and var only ? only : words.Count, moved);
        return new VerbFirst(verb, words);
    }

    /// <summary>Whether the word after an option is its value. What an option takes is the same whichever verb has it.</summary>
    private static bool TakesNext(Command command, string word) => !word.Contains('=', StringComparison.Ordinal)
        && (ServeSettings.IsSetting(word) || Known(command, word) is { Arity.MinimumNumberOfValues: > 0 });

    private static bool TakesMore(Command command, string word) => Known(command, word) is { AllowMultipleArgumentsPerToken: true };

    private static bool IsBelow(Command command, string word) => command.Subcommands.Any(below => below.Name == word);

    private static Option? Known(Command command, string word) =>
        WithThoseAbove(command).SelectMany(WithThoseBelow).SelectMany(one => one.Options).FirstOrDefault(option => option.Name == word);

    private static IEnumerable<Command> WithThoseAbove(Command command) =>
        command.Parents.OfType<Command>().SelectMany(WithThoseAbove).Prepend(command);

    private static IEnumerable<Command> WithThoseBelow(Command command) => command.Subcommands.SelectMany(WithThoseBelow).Prepend(command);
}
