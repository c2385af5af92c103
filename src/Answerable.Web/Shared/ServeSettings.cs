using System.CommandLine;
using Answerable.App.Storage;

namespace Answerable.Web.Shared;

/// <summary>How the server was asked to start.</summary>
/// <param name="Empty">Start without the demo centre.</param>
/// <param name="Rest">What it is set by besides, for whoever reads settings.</param>
/// <param name="KeyFile">Where the master key is, if not in its usual place.</param>
internal sealed record ServeSettings(string Database, string Urls, bool Empty, string[] Rest, string? KeyFile = null)
{
    public const string DefaultDatabase = "data/answerable.db";

    /// <summary>May stand before the server's options; without any word the server is meant too.</summary>
    public const string Word = "run";
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public static readonly Option<string> UrlsOption = new("--urls")
    {
        Description = "The addresses it answers at, with semicolons: http://127.0.0.1:8080, or http://*:8080 for every one of the machine's.",
        DefaultValueFactory = _ => DefaultUrls,
    };

    public static readonly Option<bool> EmptyOption = new("--empty")
    {
        Description = "Begin a new database as an empty centre, without the invented one to look round in.",
    };

    /// <summary>Settings that are no options: those of ours, and those that the framework has always taken. One that is none is a slip.</summary>
    private static readonly string[] Settings =
        ["SignInsPerMinute", "SignIns:WrongPerAddress", "Measures:ImageMegabytes", "environment", "contentRoot", "applicationName"];
    private static readonly string[] Sections = ["Logging:", "Kestrel:"];

    public static Command Run() =>
        new(Word, "Opens the centre to browsers and other systems; so does no verb at all.") { UrlsOption, EmptyOption };

    /// <summary>The database given, else the one the surroundings name, else the usual file.</summary>
    /// <exception cref="DatabaseUnfitException">It names no database.</exception>
    public static string DatabaseOf(string? given) =>
        DatabaseName.Read(given ?? Environment.GetEnvironmentVariable("ANSWERABLE_DATABASE") ?? DefaultDatabase);

    /// <summary>Whether a word names a setting, and no option.</summary>
    public static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal)
        && (Settings.Contains(word[2..], StringComparer.OrdinalIgnoreCase)
            || Sections.Any(section => word[2..].StartsWith(section, StringComparison.OrdinalIgnoreCase)));
}
