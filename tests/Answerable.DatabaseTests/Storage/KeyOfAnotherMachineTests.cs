using Answerable.App;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

/// <summary>Machines that share a database share its master key: one that has none, or its own, is told whence to copy it.</summary>
public sealed class KeyOfAnotherMachineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-machines-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task A_second_machine_without_the_key_is_told_to_copy_it(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "schema", "migrate", "--key-file", In("one.key"))).Exit);
        foreach (var words in new[] { "run --empty --urls http://127.0.0.1:0", "schema migrate" })
        {
            var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, [.. words.Split(' '), "--key-file", In("two.key")]);
            Assert.Equal(1, exit);
            Assert.Contains("Where another server works on this database, copy the key file from its machine", printed, StringComparison.Ordinal);
            Assert.Contains("where it was lost, put it back", printed, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(In("two.key")));
        File.Copy(In("one.key"), In("two.key"));
        Assert.Equal(0, (await RunningServer.VerbAsync(kept.Connection, "centre", "show", "--key-file", In("two.key"))).Exit);
    }

    /// <summary>Both have found that nothing is there before either begins; the second has a key of its own, or none.</summary>
    [Theory, EachDatabase]
    public async Task Of_two_first_starts_the_second_is_told_whose_key_it_is(Database database)
    {
        foreach (var ready in new[] { false, true })
        {
            await using var kept = await TestDatabase.EmptyAsync(database);
            if (ready)
                foreach (var name in new[] { "one.key", "two.key" })
                    KeyPlace.For("", In(name)).Write([Sealed.NewKey()], over: false);
            var faults = await StartBothAsync(kept);
            var fault = Assert.Single(faults.OfType<KeyFault>());
            Assert.StartsWith("Another server has just made the centre in this database, under the master key of its own machine: copy that "
                + "machine's key file to ", fault.Message, StringComparison.Ordinal);
            foreach (var file in _folder.GetFiles())
                file.Delete();
        }
    }

    private async Task<Exception?[]> StartBothAsync(TestDatabase kept)
    {
        var dialect = Dialect.For(kept.Connection);
        await using var connection = await dialect.OpenAsync(TestContext.Current.CancellationToken);
        Task<Exception?[]> both;
        await using (await dialect.BeginWritingAsync(connection, TestContext.Current.CancellationToken))
        {
            both = Task.WhenAll(new[] { "one.key", "two.key" }.Select(name => Task.Run(() => StartAsync(kept, In(name)))));
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }
        return await both;
    }

    private static async Task<Exception?> StartAsync(TestDatabase kept, string key)
    {
        await using var services = new ServiceCollection().AddLogging().AddAnswerable(kept.Connection, key).BuildServiceProvider();
        return await Record.ExceptionAsync(() => services.GetRequiredService<Schema>().MigrateAsync());
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
