using Answerable.App.Storage;
using Npgsql;

namespace Answerable.Tests.Storage;

public sealed class DatabaseNameTests
{
    [Theory]
    [InlineData("a.db", "a.db")]
    [InlineData(" data/answerable.db ", "data/answerable.db")]
    [InlineData("Data Source=a.db", "a.db")]
    [InlineData("data source = \"/x/a b.db\";", "/x/a b.db")]
    [InlineData("DataSource=a.db", "a.db")]
    [InlineData("Filename=a.db", "a.db")]
    public void A_file_is_named_as_it_is_everywhere_in_NET(string given, string file) => Assert.Equal(file, DatabaseName.Read(given));

    [Theory]
    [InlineData("Host=db;Database=a;Username=u;Password=p=1;", "db", 5432, "a", "u", "p=1")]
    [InlineData("Database=a;Username=u;Server=db;Port=5433", "db", 5433, "a", "u", null)]
    [InlineData("host=/run/postgresql;database=a", "/run/postgresql", 5432, "a", null, null)]
    [InlineData("postgres://u:p%40ss@db:5433/a", "db", 5433, "a", "u", "p@ss")]
    [InlineData("postgresql://u@db/a?sslmode=require&application_name=x", "db", 5432, "a", "u", null)]
    public void A_server_is_named_by_a_connection_string_or_an_address(
        string given, string host, int port, string database, string? user, string? password)
    {
        var read = DatabaseName.Read(given);
        Assert.True(DatabaseName.IsServer(read));
        var parts = new NpgsqlConnectionStringBuilder(read);
        Assert.Equal((host, port, database, user, password), (parts.Host, parts.Port, parts.Database, parts.Username, parts.Password));
        Assert.Equal(read, DatabaseName.Read(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(":memory:")]
    [InlineData("mysql://u:topsecret@db/a", "mysql://")]
    [InlineData("Initial Catalog=a;User Id=u;Password=topsecret", "initial catalog, user id, password")]
    [InlineData("Data Source=a.db;Password=topsecret", "leave out password")]
    [InlineData("Data Source=a.db;Cache=Shared", "leave out cache")]
    [InlineData("Host=db;Nonesuch=topsecret", "nonesuch")]
    [InlineData("Host=;Password=topsecret")]
    [InlineData("Host=db;Port=topsecret")]
    [InlineData("postgres://u:topsecret@/a")]
    [InlineData("postgres://u:topsecret@db/a?nonesuch=topsecret", "nonesuch")]
    [InlineData("topsecret=;=", "Name a file")]
    [InlineData("/tmp", "a folder")]
    public void What_names_no_database_is_refused_and_no_password_is_told(string given, params string[] words)
    {
        var refused = Assert.Throws<DatabaseUnfitException>(() => DatabaseName.Read(given)).Message;
        Assert.DoesNotContain("topsecret", refused, StringComparison.OrdinalIgnoreCase);
        Assert.All(words, word => Assert.Contains(word, refused, StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith(".", refused, StringComparison.Ordinal);
    }
}
