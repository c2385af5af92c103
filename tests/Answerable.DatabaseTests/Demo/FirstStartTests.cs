using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Demo;

/// <summary>What a database becomes that is missing, or empty: never an invented centre unless that was asked for.</summary>
public sealed class FirstStartTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_on_a_file_that_is_missing_or_empty_begins_a_centre_in_which_nothing_is_invented(bool there)
    {
        var folder = Directory.CreateTempSubdirectory("answerable-first-");
        var file = Path.Combine(folder.FullName, "centre.db");
        if (there)
            await File.WriteAllBytesAsync(file, []);
        using (var server = await RunningServer.StartPlainAsync(file))
        {
            await Soon.SoAsync("the first administrator is invited", async () =>
                (await RunningServer.VerbAsync(file, "people", "list")).Printed.Contains("administrator@centre.example", StringComparison.Ordinal));
            var page = await server.Http.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
            Assert.DoesNotContain("fenwick", page, StringComparison.OrdinalIgnoreCase);
            await server.CloseAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
