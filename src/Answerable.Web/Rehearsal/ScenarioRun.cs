using System.Globalization;
using System.Text.Json;
using Answerable.Analysis.Rehearsal;
using Answerable.Model;
using Answerable.Simulation.Replications;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Rehearsal;

/// <summary>Rehearses a scenario file and prints what it showed, as JSON or as lines to read.</summary>
internal static class ScenarioRun
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <param name="relativeError">Runs until every service level is this sure; null runs just so many <paramref name="replications"/>.</param>
    public static int Print(FileInfo file, long seed, int replications, double? relativeError, bool json, ReplicationPlan plan)
    {
        if (Read(file, out var refusal) is not { } scenario)
            return Exit.Because(refusal);
        string problem;
        var runs = relativeError is { } wanted
            ? RehearsalStudy.RunUntil(scenario, seed, wanted, plan, out problem)
            : RehearsalStudy.Run(scenario, seed, replications, plan, out problem);
        if (runs is null)
            return Exit.Because(problem);
        var report = RehearsalReport.Of(scenario, seed, runs);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(report, Written));
        else
            Tell(report, Console.Out);
        return Exit.Done;
    }

    public static int Compare(FileInfo file, FileInfo against, long seed, int replications, bool json, ReplicationPlan plan)
    {
        if (Read(file, out var refusal) is not { } first || Read(against, out refusal) is not { } second)
            return Exit.Because(refusal);
        if (RehearsalStudy.Run(first, seed, replications, plan, out var problem) is not { } before
            || RehearsalStudy.Run(second, seed, replications, plan, out problem) is not { } after)
            return Exit.Because(problem);
        var compared = RehearsalComparison.Of(seed, (first, before), (second, after));
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(compared, Written));
        else
            Tell(compared, Console.Out);
        return Exit.Done;
    }

    private static Scenario? Read(FileInfo file, out string refusal)
    {
        IReadOnlyList<string> problems = [Exit.NoFile($"{file}")];
        var scenario = file.Exists ? ScenarioFile.Read(File.ReadAllText(file.FullName), out problems) : null;
        refusal = string.Join(Environment.NewLine, problems);
        return scenario;
    }

    private static void Tell(RehearsalComparison compared, TextWriter to)
    {
        to.WriteLine($"{compared.Against} against {compared.Scenario}: {compared.Replications} runs of each on the same chance");
        to.WriteLine();
        to.WriteLine(Line("contact type", "attempts", "in target", "given up", "wait s", ""));
        foreach (var type in compared.ContactTypes)
            to.WriteLine(Line(type.Name, Told(type.Attempts, 1, ""), Told(type.ServiceLevel, 100, "%"), Told(type.AbandonedShare, 100, "%"),
                Told(type.MeanWait, 1, ""), ""));
        to.WriteLine();
        to.WriteLine(Line("skill group", "busy", "occupancy", "", "", ""));
        foreach (var group in compared.SkillGroups)
            to.WriteLine(Line(group.Name, Told(group.Busy, 1, ""), Told(group.Occupancy, 100, "%"), "", "", ""));
    }

    private static void Tell(RehearsalReport report, TextWriter to)
    {
        to.WriteLine($"{report.Scenario}: {Counted.Of(report.Replications, "run")}, "
            + $"{report.Contacts.ToString("N0", CultureInfo.InvariantCulture)} contacts");
        to.WriteLine();
        to.WriteLine(Line("contact type", "attempts", "in target", "given up", "wait s", "90 % wait s"));
        foreach (var type in report.ContactTypes)
            to.WriteLine(Line(type.Name, Number(type.Attempts), Share(type.ServiceLevel), Share(type.AbandonedShare), Number(type.MeanWait),
                Plain(type.Wait90)));
        to.WriteLine();
        to.WriteLine(Line("skill group", "on duty", "busy", "occupancy", "contacts", ""));
        foreach (var group in report.SkillGroups)
            to.WriteLine(Line(group.Name, Number(group.OnDuty), Number(group.Busy), Share(group.Occupancy), Number(group.Contacts), ""));
    }

    private static string Line(string name, params string[] cells) => $"{name,-24}{string.Concat(cells.Select(cell => $"{cell,20}"))}".TrimEnd();

    private static string Share(Reading reading) => Told(reading, 100, "%");

    private static string Number(Reading reading) => Told(reading, 1, "");

    private static string Told(Reading reading, double times, string unit) =>
        reading.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{value * times:0.0#}{unit} ±{reading.HalfWidth * times:0.0#}")
            : "no contacts";

    private static string Told(Difference difference, double times, string unit) =>
        difference.Change is { } change
            ? string.Create(CultureInfo.InvariantCulture, $"{change * times:+0.0#;-0.0#;0.0}{unit} ±{difference.HalfWidth * times:0.0#}")
            : "no contacts";

    private static string Plain(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "no contacts";
}
