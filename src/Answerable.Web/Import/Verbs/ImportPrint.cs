using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.App.Import;
using Answerable.App.Import.Findings;
using Answerable.Model;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Import;

/// <summary>What an import came to, as the command line says it.</summary>
internal static class ImportPrint
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new StrongIdJson() },
    };

    public static int Print(ParseResult asked, ImportReport report, IReadOnlyList<Remark> remarks)
    {
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(Printed(report, remarks), Json));
        else
            Say(report, remarks);
        return Exit.Done;
    }

    /// <summary>A file of which nothing could be taken, or that lacks rows for a word nobody explained, is no import that went well: what starts one
    /// each night is to notice.</summary>
    public static int Brought(ParseResult asked, ImportReport report, IReadOnlyList<Remark> remarks)
    {
        Print(asked, report, remarks);
        return ImportLeftOut.Words(report) is { } left && report is not { Imported: 0, Unchanged: 0 } ? Exit.Because(left)
            : report is { Rejected: > 0, Imported: 0, Unchanged: 0 }
            ? Exit.Because("No row of it could be taken: see why above, and what the columns and words are said to mean.") : Exit.Done;
    }

    public static object Summary(ImportReport report) => new
    {
        report.Id,
        report.Profile,
        report.File,
        report.State,
        report.BroughtAt,
        report.Rows,
        report.Contacts,
        report.Imported,
        report.Replaced,
        report.Unchanged,
        report.Rejected,
        report.Repaired,
        report.Failure,
    };

    private static object Printed(ImportReport report, IReadOnlyList<Remark> remarks) => new
    {
        report.Id,
        report.Profile,
        report.File,
        report.FileHash,
        report.DryRun,
        report.State,
        report.Rows,
        report.Contacts,
        report.Imported,
        report.Replaced,
        report.Unchanged,
        Rejected = remarks.Where(remark => remark.Kind == RemarkKind.Rejected).Select(remark => new { remark.Line, remark.Reason, remark.Text }),
        Repaired = remarks.Where(remark => remark.Kind == RemarkKind.Repaired)
            .Select(remark => new { remark.Line, Repair = remark.Reason, remark.Text }),
        Units = ImportTaken.Units(report),
        Decimals = ImportTaken.Decimals(report),
        report.Findings,
        LeftOut = ImportLeftOut.Words(report),
        report.Failure,
    };

    private static void Say(ImportReport report, IReadOnlyList<Remark> remarks)
    {
        var british = Local.British;
        Console.WriteLine(
            string.Create(british,
            $"{report.File} by {report.Profile}: {Counted.Of(report.Rows, "row")}, {Counted.Of(report.Contacts, "contact")}; " +
            $"{report.Imported:N0} {(report.DryRun ? "would be imported" : "imported")}{Replaced(report)}, " +
            $"{report.Unchanged:N0} unchanged, {report.Rejected:N0} rejected, {report.Repaired:N0} repaired."));
        foreach (var line in ImportTaken.Lines(report))
            Console.WriteLine(line);
        foreach (var remark in remarks)
            Console.WriteLine($"{remark.Kind}, line {remark.Line}: {remark.Reason}");
        foreach (var finding in report.Findings)
            Console.WriteLine(string.Create(british, $"Finding: {finding.Title}: {finding.Count:N0}. {finding.Treated} {Lines(finding)}"));
        if (report.Id is { } id)
            Console.WriteLine($"Import {id}: {report.State.Words()}.");
    }

    private static string Replaced(ImportReport report) => report.Replaced == 0 ? ""
        : string.Create(Local.British, $" ({report.Replaced:N0} in place of what was said of the contact before)");

    private static string Lines(Finding finding) => finding.Samples.Count == 0
        ? "" : $"Lines {string.Join(", ", finding.Samples.Select(sample => sample.Line))}{(finding.Count > finding.Samples.Count ? ", …" : "")}";
}
