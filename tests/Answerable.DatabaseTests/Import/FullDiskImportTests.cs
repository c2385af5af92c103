using System.Diagnostics;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.DatabaseTests.Deliveries;
using Answerable.DatabaseTests.Web;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Import;

/// <summary>An import by the command line that meets a full disk says so in one sentence and goes on once there is room.</summary>
public sealed class FullDiskImportTests
{
    private const int Rows = 4_000;

    /// <summary>As the database's own server answers where its disk is full.</summary>
    [Theory, EachDatabase]
    public async Task A_full_disk_of_the_databases_server_is_said_and_the_import_goes_on_with_room_again(Database database)
    {
        if (database == Database.Sqlite)
            return; // Its disk is this machine's: below.
        await using var centre = await TestCentre.OpenAsync(database);
        var path = await FileAsync();
        try
        {
            await using var db = centre.OpenDb();
            await db.Database.ExecuteSqlRawAsync("""
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
                CREATE TRIGGER full_disk BEFORE UPDATE ON import_files FOR EACH ROW WHEN (NEW.position > 1000) EXECUTE FUNCTION full_disk()
                """);
            var (exit, printed) = await ImportedAsync(centre, path);
            Assert.Equal((1, "There is no room left on the database server's disk. Make room there, then ask again."), (exit, printed.Trim()));
            var broken = await db.Set<ImportRow>().AsNoTracking().SingleAsync();
            Assert.Equal(ImportState.Running, broken.State);
            Assert.InRange(broken.Position, 1, 1_000);
            Assert.Equal(broken.Imported, await db.Set<ContactRow>().CountAsync());

            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER full_disk ON import_files");
            (exit, printed) = await ImportedAsync(centre, path);
            Assert.True(exit == 0, printed);
            Assert.Contains($"in up to row {broken.Position:N0}: going on from there.", printed, StringComparison.Ordinal);
            var finished = await db.Set<ImportRow>().AsNoTracking().SingleAsync();
            Assert.Equal((ImportState.Finished, broken.Id, (long)Rows), (finished.State, finished.Id, finished.Imported));
            Assert.Equal(Rows, await db.Set<ContactRow>().CountAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_full_disk_under_the_file_is_said_and_the_import_goes_on_with_room_again()
    {
        using var disk = new SmallDisk();
        var path = await FileAsync();
        try
        {
            var product = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Answerable.Web.dll")}'";
            var import = $"{product} import calls --profile technion-bank '{path}' --database centre.db; echo \"exit $?\"";
            // Enough for a beginning: neither all of the contacts nor the log beside the file.
            var (exit, printed) = await RunAsync(disk, $"""
                cd '{disk.Folder}'
                {product} schema migrate --database centre.db > migrated 2>&1 || cat migrated
                dd if=/dev/zero of=fill bs=4096 2> filled
                dd if=/dev/null of=fill bs=4096 seek=$(($(stat -c %s fill) / 4096 - 300)) 2> filled
                {import}
                {product} journal verify --database centre.db > verified 2>&1; echo "verified $?"
                rm fill
                {import}
                {product} journal verify --database centre.db; echo "verified $?"
                """);
            Assert.True(exit == 0, printed);
            Assert.StartsWith("There is no room left on the disk of centre.db. "
                + "Make room there or name a file on another disk, then ask again.\nexit 1",
                printed.Replace(disk.Folder + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("going on from there.", printed, StringComparison.Ordinal);
            Assert.Contains("exit 0", printed, StringComparison.Ordinal);
            Assert.Contains($"{Rows:N0}", printed.Replace(".", ",", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.EndsWith("verified 0", printed.Trim(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<(int Exit, string Printed)> ImportedAsync(TestCentre centre, string path) =>
        RunningServer.VerbAsync(centre.ConnectionString, "import", "calls", "--profile", "technion-bank", path);

    private static async Task<(int Exit, string Printed)> RunAsync(SmallDisk disk, string script)
    {
        using var process = Process.Start(new ProcessStartInfo("unshare", disk.Words("sh", "-c", $"exec 2>&1\n{script}"))
        { RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, printed);
    }

    private static async Task<string> FileAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-import-{App.Ids.New():N}.txt");
        await File.WriteAllTextAsync(path, await Importing.BankCallsAsync(Rows), TestContext.Current.CancellationToken);
        return path;
    }
}
