using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Answerable.Web.CommandLine;

/// <summary>
/// What options and arguments take, in everybody's words. A word that is none of it is refused by the option's name, never by the name of a type; and
/// what a verb asks of its options besides is asked only where they could be read.
/// </summary>
internal static class Taken
{
    private static readonly Dictionary<Type, (string Words, Func<string, bool> Reads)> Kinds = new()
    {
        [typeof(int)] = ("a whole number", word => int.TryParse(word, CultureInfo.CurrentCulture, out _)),
        [typeof(long)] = ("a whole number", word => long.TryParse(word, CultureInfo.CurrentCulture, out _)),
        [typeof(double)] = ("a number", word => double.TryParse(word, CultureInfo.CurrentCulture, out _)),
        [typeof(DateOnly)] = ("a date such as 2026-10-01", word => DateOnly.TryParse(word, CultureInfo.CurrentCulture, out _)),
        [typeof(Guid)] = ("an id, as a list shows it", word => Guid.TryParse(word, out _)),
        [typeof(bool)] = ("true or false; it may stand alone", word => bool.TryParse(word, out _)),
        [typeof(FileInfo)] = ("the name of a file", word => word.Length > 0),
    };

    /// <summary>What the library says where a verb is wanting; where a word is none, that is said of the word.</summary>
    private const string NoVerb = "Required command was not provided.";

    /// <summary>Has every option and argument of a command, and of those below it, read before it is judged.</summary>
    public static void ReadFirst(Command command)
    {
        foreach (var option in command.Options)
            Guard(option.Validators);
        foreach (var argument in command.Arguments)
            Guard(argument.Validators);
        Guard(command.Validators);
        foreach (var below in command.Subcommands)
            ReadFirst(below);
    }

    /// <summary>What stands in the way of doing what the command line asks, a sentence each.</summary>
    public static IReadOnlyList<string> Refusals(ParseResult parsed) =>
        Swallowed(parsed).ToList() is { Count: > 0 } swallowed ? swallowed :
        [.. parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 || error.Message != NoVerb)
            .Select(error => Unread(error.SymbolResult) ?? Among(error) ?? Unknown(parsed, error.Message)).Concat(Misspelt(parsed)).Distinct()];

    /// <summary>An option whose word was left out would take the option behind it for one; what else is amiss would only follow from that.</summary>
    private static IEnumerable<string> Swallowed(ParseResult parsed)
    {
        var options = OptionsOf(parsed.CommandResult.Command).ToList();
        var names = options.SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
        return options.Where(option => parsed.GetResult(option)?.Tokens.Any(token => names.Contains(token.Value)) == true)
            .Select(option => $"Required argument missing for option: '{option.Name}'.");
    }

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    /// <summary>A verb that takes any number of words would take an option it does not know for one of them.</summary>
    private static IEnumerable<string> Misspelt(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Where(token => token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => NoOption(parsed, token.Value));

    /// <summary>A word that nothing takes is said to be none of the verb's; what else is amiss the library says.</summary>
    private static string Unknown(ParseResult parsed, string words) =>
        parsed.UnmatchedTokens.FirstOrDefault(word => words.EndsWith($"'{word}'.", StringComparison.Ordinal)) is not { } token ? words
        : token.StartsWith('-') ? NoOption(parsed, token)
        : parsed.CommandResult.Parent is null ? $"There is no verb {token}."
        : $"'{parsed.CommandResult.Command.Name}' takes no word {token}.";

    /// <summary>Of a word that is none of those an option takes the library says the option's name nowhere, and each of those on a line.</summary>
    private static string? Among(ParseError error) =>
        (error.SymbolResult is ArgumentResult { Parent: OptionResult above } ? above : error.SymbolResult as OptionResult)
        is { Option.Name: var name }
        && error.Message.Split('\n', StringSplitOptions.TrimEntries) is [var first, _, ..] lines && first.Split('\'') is [_, var word, ..]
            ? $"{name}: '{word}' is none of {string.Join(", ", lines.Skip(1).Select(line => line.Trim('\'')).Where(line => line.Length > 0))}."
            : null;

    private static string NoOption(ParseResult parsed, string option) => $"'{parsed.CommandResult.Command.Name}' has no option {option}.";

    private static void Guard<TResult>(IList<Action<TResult>> judgements) where TResult : SymbolResult
    {
        for (var place = 0; place < judgements.Count; place++)
        {
            var judge = judgements[place];
            judgements[place] = result =>
            {
                if (Parts(result).All(part => Unread(part) is null && !IsWordless(part)))
                    judge(result);
            };
        }
    }

    private static IEnumerable<SymbolResult> Parts(SymbolResult result) => result is CommandResult command ? command.Children : [result];

    private static bool IsWordless(SymbolResult part) =>
        part is OptionResult { Implicit: false, Tokens.Count: 0, Option.Arity.MinimumNumberOfValues: > 0 };

    private static string? Unread(SymbolResult? result) => result switch
    {
        OptionResult { Option: var option } => Unread(result, option.Name, option.ValueType),
        ArgumentResult { Parent: OptionResult option } => Unread(option),
        ArgumentResult { Argument: var argument } => Unread(result, argument.Name, argument.ValueType),
        _ => null,
    };

    private static string? Unread(SymbolResult result, string name, Type type) =>
        Kinds.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var kind)
        && result.Tokens.FirstOrDefault(token => !kind.Reads(token.Value)) is { } token
            ? $"{name}: '{token.Value}' is not {kind.Words}."
            : null;
}
