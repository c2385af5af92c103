using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Answerable.App.Import;
using Answerable.Model;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;
using static Answerable.Web.Import.ImportOptions;

namespace Answerable.Web.Import;

internal static class ImportVerb
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The import's id, as the list shows it." };

    public static Command Create()
    {
        var calls = new Command("calls", "Brings another system's record of contacts in; the same file again changes nothing.")
            { ImportOptions.Path, OpenedCentre.Json };
        calls.SetAction((asked, stop) => CallsAsync(asked, asked.GetValue(ImportOptions.Path)!, stop));
        var list = new Command("list", "The imports so far.") { OpenedCentre.Json };
        list.SetAction(ListAsync);
        var show = new Command("show", "One import with its rejected and repaired rows and its findings.") { Id, OpenedCentre.Json };
        show.SetAction(ShowAsync);
        var import = new Command("import", "Records of other systems.")
            { calls, list, show, Named, OpenedCentre.Json };
        foreach (var option in OfReading)
        {
            calls.Options.Add(option);
            import.Options.Add(option);
        }
        import.SetAction((asked, stop) => asked.GetValue(Named) is { } file ? CallsAsync(asked, file, stop)
            : Task.FromResult(Exit.Misused("Say which file: import --file CALLS.csv --mapping MAPPING.json.")));
        return import;
    }

    private static async Task<int> CallsAsync(ParseResult asked, string file, CancellationToken stop)
    {
        var path = System.IO.Path.GetFullPath(file);
        if (!System.IO.File.Exists(path))
            return Exit.Because(Exit.NoFile(file));
        if (asked.GetValue(MappingOf) is { } given && !System.IO.File.Exists(given))
            return Exit.Because(Exit.NoFile(given));
        if (asked.GetValue(Profile) is not { Length: > 0 } && asked.GetValue(MappingOf) is null && asked.GetValue(Map) is not { Length: > 0 })
            return Exit.Misused("Say how the file is read: --profile, or a mapping of its columns by --mapping or --map.");
        var profile = asked.GetValue(Profile) ?? ImportList.Profiles.Single(offered => offered.Mapped).Name;
        var (mapping, wrong) = MappingAsked.Of(asked);
        if (wrong is not null)
            return Exit.Misused(wrong);
        // What only reads makes no database: a mistyped name is said to be one.
        var dry = asked.GetValue(DryRun);
        await using var centre = await OpenedCentre.OpenAsync(asked, !dry, stop);
        var importer = centre.Services.GetRequiredService<Importer>();
        if (dry)
        {
            var outcome = await importer.DryRunAsync(profile, mapping, path, stop);
            return outcome.Allowed ? ImportPrint.Brought(asked, outcome.Value.Report, outcome.Value.Remarks) : Exit.Refused(outcome.Refusals);
        }
        await using var hashed = System.IO.File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(hashed, stop));
        var begun = await centre.DoAsync(new BeginImport(profile, mapping, path, hash, hashed.Length), stop);
        if (!begun.Allowed)
            return Exit.Refused(begun.Refusals);
        if ((await centre.AskAsync(new ImportRecord(begun.Value), stop)).Value is { Rows: > 0 and var rows })
            await Console.Error.WriteLineAsync(string.Create(Local.British,
                $"This file was begun before and is in up to row {rows:N0}: going on from there."));
        var report = await WaitedForAsync(importer, begun.Value, stop);
        return report.Failure is { } failure ? Exit.Because(failure)
            : ImportPrint.Brought(asked, report, await RemarksAsync(centre, begun.Value, stop));
    }

    /// <summary>
    /// An import that a server has in hand, or had when it was killed, is waited for and gone on with once it is free: what is started again says how
    /// it ended, never that it is running still.
    /// </summary>
    private static async Task<ImportReport> WaitedForAsync(Importer importer, ImportId import, CancellationToken stop)
    {
        try
        {
            var report = await importer.RunAsync(import, stop);
            if (report.State is ImportState.Running or ImportState.BrokenOff)
                await Console.Error.WriteLineAsync("Another server has this import in hand, or had when it was killed: waiting for it.");
            for (; report.State is ImportState.Running or ImportState.BrokenOff; report = await importer.RunAsync(import, stop))
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop);
            return report;
        }
        finally
        {
            if (stop.IsCancellationRequested)
                await importer.LayAsync(import);
        }
    }

    private static async Task<int> ListAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var listing = (await centre.AskAsync(new ImportList(), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(listing.Imports.Select(ImportPrint.Summary), ImportPrint.Json));
        else if (listing.Total == 0)
            Console.WriteLine("No imports yet. Bring a file in with: import calls --profile PROFILE FILE");
        else
            foreach (var import in listing.Imports)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{import.Id}  {import.BroughtAt:yyyy-MM-dd HH:mm}  {import.Profile}  {import.File}  {import.State.Words()}  " +
                    $"{Counted.Of(import.Rows, "row")}, {import.Imported} imported"));
        return Exit.Done;
    }

    private static async Task<int> ShowAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var id = ImportId.From(asked.GetValue(Id));
        var found = await centre.AskAsync(new ImportRecord(id), stop);
        return found.Allowed ? ImportPrint.Print(asked, found.Value, await RemarksAsync(centre, id, stop))
            : Exit.Because(string.Join(" ", found.Refusals));
    }

    private static async Task<List<Remark>> RemarksAsync(OpenedCentre centre, ImportId id, CancellationToken stop)
    {
        var remarks = new List<Remark>();
        foreach (var kind in Enum.GetValues<RemarkKind>())
            for (var page = 1; ; page++)
            {
                var some = (await centre.AskAsync(new ImportRemarks(id, kind, page, 5000), stop)).Value;
                remarks.AddRange(some);
                if (some.Count < 5000)
                    break;
            }
        return remarks;
    }
}
