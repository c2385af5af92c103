using System.Data.Common;
using Npgsql;

namespace Answerable.App.Storage;

/// <summary>
/// What people call a database by: a file, <c>Data Source=</c> and a file, <c>Host=</c> and the rest of a PostgreSQL connection string, or
/// <c>postgres://</c>. Anything else is refused; nothing of it is told but the names of its parts, for there may be a password in it.
/// </summary>
public static class DatabaseName
{
    private const string Ways =
        "Name a file, Data Source=FILE, a PostgreSQL connection string (Host=…;Database=…;Username=…) or postgres://USER@HOST/DATABASE.";

    private static readonly string[] Files = ["data source", "datasource", "filename"];
    private static readonly string[] Hosts = ["host", "server"];

    /// <summary>The path of a SQLite file, or a connection string that begins with <c>Host=</c>.</summary>
    /// <exception cref="DatabaseUnfitException">It names none.</exception>
    public static string Read(string given)
    {
        var name = given.Trim();
        return name switch
        {
            "" => throw new DatabaseUnfitException($"The database has no name. {Ways}"),
            _ when Scheme(name) is "postgres" or "postgresql" => Address(name),
            _ when Scheme(name) is { } other => throw new DatabaseUnfitException($"{other}:// is no database this product works with. {Ways}"),
            ":memory:" => throw new DatabaseUnfitException("A database in memory would be lost with the program: name a file."),
            _ when name.Contains('=') && !File.Exists(name) => Parts(name),
            _ => FileOf(name),
        };
    }

    public static bool IsServer(string read) => read.StartsWith("Host=", StringComparison.Ordinal);

    private static string? Scheme(string name) =>
        name.IndexOf("://", StringComparison.Ordinal) is > 1 and var end && name[..end].All(char.IsAsciiLetter)
            ? name[..end].ToLowerInvariant()
            : null;

    private static string FileOf(string path) => Directory.Exists(path)
        ? throw new DatabaseUnfitException("That is a folder: name the file in it, such as answerable.db.")
        : path;

    private static string Parts(string text)
    {
        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw new DatabaseUnfitException($"That is neither a file that is there nor a connection string. {Ways}");
        }
        var keys = parts.Keys.Cast<string>().Select(key => key.ToLowerInvariant()).ToList();
        if (keys.Exists(Hosts.Contains))
            return Server(() => new NpgsqlConnectionStringBuilder(text));
        if (keys.Find(Files.Contains) is not { } source)
            throw new DatabaseUnfitException($"That names no database: it has {string.Join(", ", keys)}, and neither Data Source nor Host. {Ways}");
        return keys.Count == 1
            ? Read((string)parts[source])
            : throw new DatabaseUnfitException(
                $"Of a SQLite database only its file is said: leave out {string.Join(", ", keys.Where(key => key != source))}.");
    }

    private static string Address(string name)
    {
        if (!Uri.TryCreate(name, UriKind.Absolute, out var address) || address.Host.Length == 0)
            throw new DatabaseUnfitException($"That is no address of a database. {Ways}");
        return Server(() =>
        {
            var user = address.UserInfo.Split(':', 2);
            var read = new NpgsqlConnectionStringBuilder
            {
                Host = address.IdnHost,
                Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            };
            if (address.Port > 0)
                read.Port = address.Port;
            if (user[0].Length > 0)
                read.Username = Uri.UnescapeDataString(user[0]);
            if (user.Length > 1)
                read.Password = Uri.UnescapeDataString(user[1]);
            foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
                read[Named(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
            return read;
        });
    }

    /// <summary>PostgreSQL's own tools write the words of an address together: sslmode, application_name.</summary>
    private static string Named(string part) => Uri.UnescapeDataString(part).ToLowerInvariant() switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "sslcert" => "SSL Certificate",
        "sslkey" => "SSL Key",
        "connect_timeout" => "Timeout",
        var other => other.Replace('_', ' '),
    };

    private static string Server(Func<NpgsqlConnectionStringBuilder> read)
    {
        try
        {
            var server = read();
            if (string.IsNullOrEmpty(server.Host))
                throw new DatabaseUnfitException($"The database has no host. {Ways}");
            // The host stands first: by it the two kinds of database are told apart everywhere.
            var rest = new NpgsqlConnectionStringBuilder(server.ConnectionString);
            rest.Remove("Host");
            return $"Host={server.Host};{rest.ConnectionString}";
        }
        catch (Exception amiss) when (amiss is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            var part = amiss.Message.Contains("Couldn't set", StringComparison.Ordinal)
                ? amiss.Message.Split(" (Parameter")[0]
                : "a part of it is none";
            throw new DatabaseUnfitException($"The database cannot be found by what names it: {part.TrimEnd('.')}.");
        }
    }
}
