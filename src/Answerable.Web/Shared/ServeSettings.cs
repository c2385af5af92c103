namespace Answerable.Web.Shared;

/// <summary>How the server was asked to start.</summary>
/// <param name="Empty">Start without the demo centre.</param>
internal sealed record ServeSettings(string Database, string Urls, bool Empty, string[] Rest)
{
    public const string DefaultDatabase = "data/answerable.db";

    /// <summary>The database given, else the one the surroundings name, else the usual file.</summary>
    public static string DatabaseOf(string? given) =>
        given ?? Environment.GetEnvironmentVariable("ANSWERABLE_DATABASE") ?? DefaultDatabase;

    public static ServeSettings From(string[] args)
    {
        var (database, urls, empty, rest) = ((string?)null, "http://127.0.0.1:5080", false, new List<string>());
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
            else
                rest.Add(args[place]);
        }
        return new ServeSettings(DatabaseOf(database), urls, empty, [.. rest]);
    }
}
