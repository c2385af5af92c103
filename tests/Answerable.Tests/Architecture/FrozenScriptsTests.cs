using System.Security.Cryptography;

namespace Answerable.Tests.Architecture;

/// <summary>Centres have run the scripts of a release: changed afterwards, they would make two kinds of databases that call themselves the
/// same.</summary>
public sealed class FrozenScriptsTests
{
    [Theory, InlineData("0.1.0")]
    public void The_scripts_of_a_release_stay_as_they_are(string release)
    {
        var lines = File.ReadAllLines(Repository.Path($"tests/Answerable.Tests/Architecture/scripts.{release}.txt"));
        Assert.NotEmpty(lines);
        foreach (var (hash, path) in lines.Select(line => line.Split("  ")).Select(part => (part[0], part[1])))
        {
            var file = new FileInfo(Repository.Path(path));
            Assert.True(file.Exists, $"{path} is gone: centres of {release} have run it, and new ones must.");
            Assert.True(hash == Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))),
                $"{path} has run in centres of {release} and never changes. Put it back, and write the change as the next script of its module, " +
                    $"for both databases.");
        }
    }

    [Fact]
    public void Every_script_has_its_own_number_and_stands_there_for_both_databases()
    {
        var (sqlite, postgres) = (App.Storage.Schema.Scripts("Sqlite"), App.Storage.Schema.Scripts("Postgres"));
        Assert.Equal(sqlite.Select(script => script.Name), postgres.Select(script => script.Name));
        Assert.Equal(sqlite.Count, sqlite.Select(script => script.Number).Distinct().Count());
    }
}
