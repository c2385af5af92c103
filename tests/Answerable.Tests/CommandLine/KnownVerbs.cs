using System.CommandLine;
using Known = Answerable.Web.CommandLine.Verbs;

namespace Answerable.Tests.CommandLine;

/// <summary>Every verb there is, found from the root: a new one is in every table by itself.</summary>
internal static class KnownVerbs
{
    /// <summary>All words that lead to something, verbs or not.</summary>
    public static IEnumerable<string> Words => Under(Known.Root).Select(Path);

    /// <summary>Those that do something, the server aside.</summary>
    public static IEnumerable<string> All => Under(Known.Root).Where(verb => verb.Action is not null).Select(Path);

    public static Command Verb(string path) =>
        path.Split(' ').Aggregate(Known.Root, (command, name) => command.Subcommands.Single(below => below.Name == name));

    /// <summary>The verb with all it needs.</summary>
    public static string[] Sound(string verb) =>
    [
        .. verb.Split(' '),
        .. Verb(verb).Options.Where(option => option.Required).SelectMany(option => new[] { option.Name, Word(option) }),
        .. Verb(verb).Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0)
            .Select(argument => argument.ValueType == typeof(Guid) ? $"{Guid.Empty}" : "x"),
    ];

    private static string Word(Option option) =>
        option.Name == "--shift-end" ? "preempt" : option.ValueType == typeof(DateOnly) ? "2026-10-01" : "1";

    private static IEnumerable<Command> Under(Command command) => command.Subcommands.SelectMany(below => Under(below).Prepend(below));

    private static string Path(Command verb) =>
        string.Join(' ', verb.Parents.OfType<Command>().Where(parent => parent != Known.Root).Select(parent => parent.Name).Append(verb.Name));
}
