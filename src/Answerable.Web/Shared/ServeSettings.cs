using System.CommandLine;

namespace Answerable.Web.Shared;

/// <summary>How the server was asked to start.</summary>
/// <param name="Empty">Start without the demo centre.</param>
internal sealed record ServeSettings(string Database, string Urls, bool Empty, string[] Rest)
{
    public const string DefaultDatabase = "data/answerable.db";

    /// <summary>May stand before the server's options; without any word the server is meant too.</summary>
    public const string Word = "run";
    private const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The server's options, to be told of: it reads them by itself, with what else it may be set by.</summary>
    public static Command Run() => new(Word, "Opens the centre to browsers and other systems; so does no verb at all.")
    {
        new Option<string>("--urls")
        {
            Description = "The addresses it answers at, with semicolons: http://127.0.0.1:8080, or http://*:8080 for every one of the machine's.",
            DefaultValueFactory = _ => DefaultUrls,
        },
        new Option<bool>("--empty") { Description = "Begin a new database as an empty centre, without the invented one to look round in." },
    };

    /// <summary>The database given, else the one the surroundings name, else the usual file.</summary>
    public static string DatabaseOf(string? given) =>
        given ?? Environment.GetEnvironmentVariable("ANSWERABLE_DATABASE") ?? DefaultDatabase;

    public static ServeSettings From(string[] args)
    {
        var (database, urls, empty, rest) = ((string?)null, DefaultUrls, false, new List<string>());
        for (var place = 0; place < args.Length; place++)
        {
            var (name, joined) = args[place].Split('=', 2) is [var left, var right] ? (left, right) : (args[place], null);
            string Value() => joined ?? (++place < args.Length ? args[place] : "");
            if (name == "--database")
                database = Value();
            else if (name == "--urls")
                urls = Value();
            else if (name == "--empty")
                empty = true;
            else if (name != Word || rest.Count > 0)
                rest.Add(args[place]);
        }
        return new ServeSettings(DatabaseOf(database), urls, empty, [.. rest]);
    }
}
