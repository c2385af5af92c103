using System.CommandLine;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Shared;

/// <summary>How the server was asked to start.</summary>
/// <param name="Empty">Start without the demo centre.</param>
/// <param name="Rest">What it is set by besides, for whoever reads settings.</param>
internal sealed record ServeSettings(string Database, string Urls, bool Empty, string[] Rest)
{
    public const string DefaultDatabase = "data/answerable.db";

    /// <summary>May stand before the server's options; without any word the server is meant too.</summary>
    public const string Word = "run";
    private const string DefaultUrls = "http://127.0.0.1:5080";

    private static readonly Option<string> UrlsOption = new("--urls")
    {
        Description = "The addresses it answers at, with semicolons: http://127.0.0.1:8080, or http://*:8080 for every one of the machine's.",
        DefaultValueFactory = _ => DefaultUrls,
    };

    private static readonly Option<bool> EmptyOption = new("--empty")
    {
        Description = "Begin a new database as an empty centre, without the invented one to look round in.",
    };

    /// <summary>Settings that are no options: those of ours, and those that the framework has always taken. One that is none is a slip.</summary>
    private static readonly string[] Settings = ["SignInsPerMinute", "Measures:ImageMegabytes", "environment", "contentRoot", "applicationName"];
    private static readonly string[] Sections = ["Logging:", "Kestrel:"];

    public static Command Run() =>
        new(Word, "Opens the centre to browsers and other systems; so does no verb at all.") { UrlsOption, EmptyOption };

    /// <summary>The database given, else the one the surroundings name, else the usual file.</summary>
    public static string DatabaseOf(string? given) =>
        given ?? Environment.GetEnvironmentVariable("ANSWERABLE_DATABASE") ?? DefaultDatabase;

    /// <summary>What the server is asked by, to be judged before it is followed; and the settings.</summary>
    public static (ParseResult Asked, string[] Settings) Read(string[] args)
    {
        var (words, settings) = (new List<string> { Word }, new List<string>());
        var named = Verbs.Named(args);
        for (var place = 0; place < args.Length; place++)
        {
            if (place == named && args[place] == Word)
                continue;
            var set = IsSetting(args[place].Split('=')[0]);
            (set ? settings : words).Add(args[place]);
            // Its value is a word of its own where no sign of equality joins them.
            if (set && !args[place].Contains('=', StringComparison.Ordinal) && place + 1 < args.Length)
                settings.Add(args[++place]);
        }
        return (Verbs.Root.Parse(words), [.. settings]);
    }

    public static ServeSettings Of(ParseResult asked, string[] settings) =>
        new(DatabaseOf(asked.GetValue(OpenedCentre.Database)), asked.GetValue(UrlsOption)!, asked.GetValue(EmptyOption), settings);

    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal)
        && (Settings.Contains(word[2..], StringComparer.OrdinalIgnoreCase)
            || Sections.Any(section => word[2..].StartsWith(section, StringComparison.OrdinalIgnoreCase)));
}
