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
