using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>The master key is exchanged while nobody else has the database open, and never under a server, which knows the old one only.</summary>
public sealed class MasterKeyRenewalTests
{
    [Theory, EachDatabase]
    public async Task A_server_of_the_same_database_stands_in_the_way_and_once_it_is_stopped_all_keys_open_by_the_new_one(Database database)
    {
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        var folder = Directory.CreateTempSubdirectory("answerable-renewal-");
        var key = Path.Combine(folder.FullName, "apart.key");
        await DoesAsync(0, "", "schema", "migrate");
        var old = await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken);
        using (var server = await RunningServer.StartAsync(kept.Connection, "--key-file", key))
        {
            await DoesAsync(1, "stop the servers", "master-key", "renew");
            Assert.Equal(old, await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken));
            Assert.Equal(0, await server.CloseAsync());
        }
        await DoesAsync(0, "wrapped anew", "master-key", "renew");
        Assert.NotEqual(old, await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken));
        await DoesAsync(0, "", "journal", "verify");
        using (await RunningServer.StartAsync(kept.Connection, "--key-file", key))
            Assert.True(true, "A server opens by the new key.");
        folder.Delete(recursive: true);

        async Task DoesAsync(int exit, string says, params string[] words)
        {
            var (ended, printed) = await RunningServer.VerbAsync(kept.Connection, [.. words, "--key-file", key]);
            Assert.True(exit == ended, printed);
            Assert.Contains(says, printed, StringComparison.Ordinal);
        }
    }

    /// <summary>Connections of our own that rest in pools are nobody's: they are put away, and it goes through.</summary>
    [Theory, EachDatabase]
    public async Task What_rests_in_the_pools_of_the_process_itself_does_not_stand_in_the_way(Database database)
    {
        await using var kept = await TestDatabase.UpgradedAsync(database);
        await using var centre = TestCentre.Over(kept, guest: true);
        // By several settings at once, as a command comes to have them by the time it asks.
        var dialect = centre.Services.GetRequiredService<Dialect>();
        await using (var one = await dialect.OpenAsync(TestContext.Current.CancellationToken))
        await using (var db = centre.OpenDb())
            Assert.True(await db.Set<StorageKeyRow>().CountAsync(TestContext.Current.CancellationToken) >= 0);
        Assert.False(await dialect.IsOpenElsewhereAsync(TestContext.Current.CancellationToken));

        await using var held = await dialect.OpenAsync(TestContext.Current.CancellationToken);
        Assert.True(await dialect.IsOpenElsewhereAsync(TestContext.Current.CancellationToken));
    }
}
