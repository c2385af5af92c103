using System.Text;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Words said of a file's columns are cells of it and may name somebody: they stand in clear nowhere, and go with the file.</summary>
public sealed class WordsOfFilesTests
{
    private const string Named = "Frau Seeadler rief an";
    private const string Customer = "KD-Seeadler-1";
    private const string Text = $"Ref,Start,Result,Wait,Who\n1,2026-07-01 09:00,Answered,,{Customer}\n2,2026-07-01 09:05,{Named},5,OTHER-2\n";

    private static readonly GenericMapping Mapping =
        TableCasesTests.Columns("id=Ref", "arrived=Start", "outcome=Result", "wait=Wait", "customer=Who") with { Rejected = [Named] };

    /// <summary>Rows shown with a finding, why a row was rejected, and the mapping itself: all bytes of the files are looked through.</summary>
    [Theory, EachDatabase]
    public async Task No_cell_of_a_file_stands_in_the_databases_files_before_or_after_it_was_put_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers([Customer]));
        var id = await CheckedAsync(centre);
        Assert.Equal("Daily", (await centre.DoAsync(new KeepMapping(id, "Daily"))).Value);
        var report = (await centre.AskAsync(new ImportRecord(id))).Value;
        Assert.Equal([Named], report.Mapping!.Rejected);
        Assert.Contains(report.Findings, finding => finding.Samples.Any(sample => sample.Text.Contains(Customer, StringComparison.Ordinal)));
        Assert.False(await LiesAsync(centre, database, Named));
        Assert.False(await LiesAsync(centre, database, Customer));

        Assert.Single((await centre.DoAsync(new EraseCustomer(Customer, "Request"))).Value.Files);

        await using var db = centre.OpenDb();
        var row = await db.Set<ImportRow>().AsNoTracking().SingleAsync();
        Assert.Equal((ImportState.Discarded, null, ""), (row.State, row.Mapping, row.Findings));
        Assert.Empty((await centre.AskAsync(new ImportRemarks(id, RemarkKind.Rejected))).Value);
        Assert.False(await LiesAsync(centre, database, Named));
    }

    /// <summary>Its rows are shown with what was found, and its words may name the customer; those of a mapping that was kept too.</summary>
    [Theory, EachDatabase]
    public async Task What_is_left_of_a_finished_file_no_longer_names_an_erased_customer(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var text = Text.Replace(Named, Customer, StringComparison.Ordinal);
        var id = await CheckedAsync(centre, text, Mapping with { Rejected = [Customer] });
        await centre.DoAsync(new KeepMapping(id, "Daily"));
        Assert.True((await centre.DoAsync(new StartImport(id))).Allowed);
        var report = await centre.Services.GetRequiredService<Importer>().RunAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Finished, 1L, 1L), (report.State, report.Imported, report.Rejected));
        Assert.Empty(report.Mapping!.WordsSaid());
        Assert.Contains(report.Findings, finding => finding.Samples.Any(sample => sample.Text.Contains(Customer, StringComparison.Ordinal)));

        Assert.True((await centre.DoAsync(new EraseCustomer(Customer, "Request"))).Allowed);

        var after = (await centre.AskAsync(new ImportRecord(id))).Value;
        Assert.DoesNotContain(after.Findings, finding => finding.Samples.Any(sample => sample.Text.Contains(Customer, StringComparison.Ordinal)));
        Assert.Equal(report.Findings.Select(finding => finding.Count), after.Findings.Select(finding => finding.Count));
        var remark = Assert.Single((await centre.AskAsync(new ImportRemarks(id, RemarkKind.Rejected))).Value);
        Assert.Equal(("[erased]", "[erased]"), (remark.Reason, remark.Text));
        await using var db = centre.OpenDb();
        Assert.Empty((await db.Set<KeptMappingRow>().AsNoTracking().SingleAsync()).Given(db.Master).WordsSaid());
    }

    /// <summary>A database of before kept them in clear: it is mended as it is opened, and its files are rid of them.</summary>
    [Theory, EachDatabase]
    public async Task What_a_version_of_before_kept_in_clear_is_wrapped_as_the_database_is_opened(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = await CheckedAsync(centre);
        await centre.DoAsync(new KeepMapping(id, "Daily"));
        var clear = $$"""{"columns":{"id":"Ref"},"rejected":["{{Named}}"]}""";
        await using (var db = centre.OpenDb())
        {
            await db.Set<ImportRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Mapping, clear).SetProperty(row => row.Findings, "[]"));
            await db.Set<KeptMappingRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Mapping, clear));
            await db.Set<RemarkRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Reason, Named));
        }
        Assert.True(await LiesAsync(centre, database, Named));

        await centre.Services.GetRequiredService<Schema>().MigrateAsync();

        Assert.Equal([Named], (await centre.AskAsync(new ImportRecord(id))).Value.Mapping!.Rejected);
        Assert.Equal(Named, Assert.Single((await centre.AskAsync(new ImportRemarks(id, RemarkKind.Rejected))).Value).Reason);
        await Soon.SoAsync("the words are in the files no more", async () => !await LiesAsync(centre, database, Named));
    }

    private static Task<bool> LiesAsync(TestCentre centre, Database database, string text) =>
        ErasureTests.LiesAsync(centre, database, Encoding.UTF8.GetBytes(text));

    private static async Task<ImportId> CheckedAsync(TestCentre centre, string text = Text, GenericMapping? mapping = null)
    {
        var brought = await centre.BringAsync(Encoding.UTF8.GetBytes(text));
        Assert.True((await centre.DoAsync(new ChooseColumns(brought.Id, mapping ?? Mapping))).Allowed);
        var report = await centre.Services.GetRequiredService<Importer>().RunAsync(brought.Id, TestContext.Current.CancellationToken);
        Assert.Equal(ImportState.Ready, report.State);
        return brought.Id;
    }
}
