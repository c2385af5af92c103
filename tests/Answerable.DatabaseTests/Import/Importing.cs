using System.Security.Cryptography;
using Answerable.App;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import;

/// <summary>What tests of imports say often.</summary>
internal static class Importing
{
    public static async Task<ImportReport> ImportAsync(this TestCentre centre, string profile, string path, GenericMapping? mapping = null)
    {
        var id = (await centre.DoAsync(await BeginAsync(profile, path, mapping))).Value;
        return await centre.Services.GetRequiredService<Importer>().RunAsync(id, TestContext.Current.CancellationToken);
    }

    public static string BankFile => SharedData.Path("technion-bank-1999-02/calls_1999-02-01_to_20.txt");

    /// <summary>The first of the bank's calls, below the line of heads.</summary>
    public static async Task<string> BankCallsAsync(int rows) =>
        string.Join('\n', await File.ReadLinesAsync(BankFile).Take(1 + rows).ToListAsync()) + "\n";

    public static async Task<ImportReport> ImportTextAsync(this TestCentre centre, string profile, string text, GenericMapping? mapping = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-import-{Ids.New():N}.txt");
        await File.WriteAllTextAsync(path, text);
        try
        {
            return await centre.ImportAsync(profile, path, mapping);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task<ImportReport> DryRunAsync(this TestCentre centre, string text, GenericMapping mapping)
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-import-{Ids.New():N}.txt");
        await File.WriteAllTextAsync(path, text);
        try
        {
            return (await centre.Services.GetRequiredService<Importer>().DryRunAsync(GenericCsv.Name, mapping, path, default)).Value.Report;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A table of one's own, read by a mapping.</summary>
    public static Task<ImportReport> TableAsync(this TestCentre centre, string text, GenericMapping mapping) =>
        centre.ImportTextAsync(GenericCsv.Name, text, mapping);

    /// <summary>A table of one's own by its bytes, or why it is refused.</summary>
    public static async Task<Outcome<ImportReport>> TryImportAsync(this TestCentre centre, byte[] bytes, GenericMapping mapping)
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-import-{Ids.New():N}.csv");
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            var begun = await centre.DoAsync(await BeginAsync(GenericCsv.Name, path, mapping));
            return begun.Allowed ? await centre.Services.GetRequiredService<Importer>().RunAsync(begun.Value, TestContext.Current.CancellationToken)
                : begun.Refusals.ToList();
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A file brought as by a page.</summary>
    public static async Task<BringFile.Brought> BringAsync(this TestCentre centre, byte[] bytes, string? encoding = null,
        string name = "table.csv")
    {
        await using var text = new MemoryStream(bytes);
        var kept = await centre.Services.GetRequiredService<ImportFolder>().KeepAsync(text, name, 1_000_000,
            TestContext.Current.CancellationToken);
        return (await centre.DoAsync(new BringFile(GenericCsv.Name, kept!, encoding))).Value;
    }

    public static async Task<BeginImport> BeginAsync(string profile, string path, GenericMapping? mapping = null)
    {
        await using var file = File.OpenRead(path);
        return new BeginImport(profile, mapping, path, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)), file.Length);
    }

    public static async Task<IReadOnlyList<Remark>> RemarksAsync(this TestCentre centre, ImportReport report, RemarkKind kind) =>
        (await centre.AskAsync(new ImportRemarks(report.Id!.Value, kind, 1, 5000))).Value;
}
