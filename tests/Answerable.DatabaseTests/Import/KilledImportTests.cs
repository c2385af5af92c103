using System.Text;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.DatabaseTests.Deliveries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

public sealed class KilledImportTests
{
    /// <summary>A third of the bank's calls: enough that the server can be killed amid them.</summary>
    private const int Rows = 8_000;

    [Theory, EachDatabase]
    public async Task A_server_killed_in_the_middle_of_a_file_goes_on_with_it_when_started_again_and_counts_every_row_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await BringAsync(centre);
        using (var server = await RunningServer.StartAsync(centre.ConnectionString))
        {
            await UntilAsync(centre, id, row => row.State == ImportState.Ready);
            Assert.True((await centre.DoAsync(new StartImport(id))).Allowed);
            await UntilAsync(centre, id, row => row.Position > 2_000);
            await server.KillAsync();
        }
        var broken = await RowAsync(centre, id);
        Assert.Equal(ImportState.Running, broken.State);
        Assert.Equal(broken.Imported, await ContactsAsync(centre));

        using (await RunningServer.StartAsync(centre.ConnectionString))
            await UntilAsync(centre, id, row => row.State == ImportState.Finished);
        var finished = await RowAsync(centre, id);
        Assert.Equal((Rows, Rows, 0, 8), (await ContactsAsync(centre), finished.Imported, finished.Rejected, finished.Repaired));
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "journal", "verify");
        Assert.True(exit == 0, printed);
    }

    [Theory, EachDatabase]
    public async Task A_command_killed_in_the_middle_of_a_file_goes_on_with_it_when_given_again_says_so_and_counts_every_row_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var path = Path.Combine(Path.GetTempPath(), $"answerable-import-{App.Ids.New():N}.txt");
        await File.WriteAllTextAsync(path, await Importing.BankCallsAsync(Rows), TestContext.Current.CancellationToken);
        try
        {
            using (var command = RunningServer.BeginVerb(centre.ConnectionString, "import", "calls", "--profile", "technion-bank", path))
            {
                await Soon.SoAsync("the import is amid its file", async () => await FindAsync(centre) is { Position: > 2_000 });
                command.Kill();
                await command.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            var broken = (await FindAsync(centre))!;
            Assert.True(broken is { State: ImportState.Running, Position: < Rows }, $"{broken.State} at {broken.Position}");

            var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "import", "calls", "--profile", "technion-bank", path);
            Assert.True(exit == 0, printed);
            Assert.Contains($"This file was begun before and is in up to row {broken.Position:N0}: going on from there.", printed,
                StringComparison.Ordinal);
            var finished = (await FindAsync(centre))!;
            Assert.Equal((ImportState.Finished, broken.Id), (finished.State, finished.Id));
            Assert.Equal((Rows, Rows, 0, 8), (await ContactsAsync(centre), finished.Imported, finished.Rejected, finished.Repaired));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<ImportRow?> FindAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync();
    }

    private static async Task<ImportId> BringAsync(TestCentre centre)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await Importing.BankCallsAsync(Rows)));
        var kept = await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(file, "calls.txt", long.MaxValue, TestContext.Current.CancellationToken);
        return (await centre.DoAsync(new BringFile("technion-bank", kept!))).Value.Id;
    }

    private static async Task<ImportRow> RowAsync(TestCentre centre, ImportId id)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ImportRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private static async Task<int> ContactsAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<ContactRow>().CountAsync();
    }

    private static Task UntilAsync(TestCentre centre, ImportId id, Func<ImportRow, bool> reached) =>
        Soon.SoAsync("the import came to that", async () => reached(await RowAsync(centre, id)));
}
