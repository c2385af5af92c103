using System.CommandLine;
using Answerable.Analysis.Planning.Cover;
using Answerable.Simulation.Optimisation;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary><c>cover</c>: the least-cost shifts that cover a day's requirement.</summary>
internal static class CoverVerb
{
    public static Command Create()
    {
        Option<string> from = new("--in")
        {
            Required =
            true,
            HelpName = "F.json",
            Description = "A day {id, required, shifts, under_cost, over_cost}, or several under \"instances\"."
        };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Option<string?> lp = new("--lp")
        { HelpName = "F.lp", Description = "Also write the programme in LP format; with several days the day's id goes into the name." };
        Option<string?> mps = new("--mps") { HelpName = "F.mps", Description = "Also write the programme in MPS format." };
        var verb = new Command("cover", "Covers a day's requirement with shifts at the least cost, proven.") { from, json, lp, mps };
        verb.SetAction((asked, cancellation) => Task.FromResult(
            Run(asked.GetRequiredValue(from), asked.GetValue(json), asked.GetValue(lp), asked.GetValue(mps), cancellation)));
        return verb;
    }

    private static int Run(string from, bool inJson, string? lp, string? mps, CancellationToken cancellation)
    {
        var (file, refusal) = CoverFile.Read(from);
        return file is null ? Exit.Because(refusal!) : Run(file, inJson, lp, mps, cancellation);
    }

    private static int Run(CoverFile file, bool inJson, string? lp, string? mps, CancellationToken cancellation)
    {
        var days = file.Days().ToList();
        var faults = days.SelectMany(day => day.Day.Faults().Select(fault => $"{day.Where}{fault.Field} {fault.Sentence}.")).ToList();
        foreach (var fault in faults)
            Console.Error.WriteLine(fault);
        if (faults.Count > 0)
            return Exit.Failed;
        foreach (var (_, day) in days)
            Export(day, file.IsSeveral, lp, mps);
        return Print(days.ConvertAll(day => (day.Day, Covering.Cover(day.Day, cancellation))), file.IsSeveral, inJson);
    }

    private static void Export(CoverDay day, bool isSeveral, string? lp, string? mps)
    {
        if (lp is not null)
            File.WriteAllText(Named(lp, day, isSeveral), ProgramText.Lp(day.Program()));
        if (mps is not null)
            File.WriteAllText(Named(mps, day, isSeveral), ProgramText.Mps(day.Program(), Plain(day.Id)));
    }

    private static string Named(string path, CoverDay day, bool isSeveral) =>
        isSeveral ? Path.ChangeExtension(path, null) + $"-{Plain(day.Id)}" + Path.GetExtension(path) : path;

    /// <summary>An id as a name that every file system and solver takes.</summary>
    private static string Plain(string id) =>
        string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));

    private static int Print(List<(CoverDay Day, (CoverPlan? Plan, bool IsImpossible) Outcome)> covered, bool isSeveral, bool inJson)
    {
        var reports = covered.Where(day => day.Outcome.Plan is not null).Select(day => CoverReport.Of(day.Outcome.Plan!)).ToList();
        if (reports.Count > 0)
            Console.WriteLine(inJson ? CoverReport.InJson(reports, isSeveral) : string.Join("\n", reports.Select(report => report.InWords())));
        foreach (var (day, outcome) in covered.Where(day => day.Outcome.Plan is null))
            Console.Error.WriteLine(outcome.IsImpossible
                ? $"{day.Id}: no number of these shifts covers the day within the caps."
                : $"{day.Id}: the search ended before it found a plan.");
        return reports.Count == covered.Count ? Exit.Done : Exit.Failed;
    }
}
