using System.Globalization;
using System.Text.Json;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Rehearsal;

/// <summary>Rehearses a scenario file and prints what it showed, as JSON or as lines to read.</summary>
internal static class ScenarioRun
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public static int Print(FileInfo file, long seed, int replications, bool json, ReplicationPlan plan)
    {
        if (!file.Exists)
            return Exit.Because($"There is no file {file}.");
        if (ScenarioFile.Read(File.ReadAllText(file.FullName), out var problems) is not { } scenario)
            return Exit.Because(string.Join(Environment.NewLine, problems));
        if (RehearsalStudy.Run(scenario, seed, replications, plan, out var problem) is not { } runs)
            return Exit.Because(problem);
        var report = RehearsalReport.Of(scenario, seed, runs);
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(report, Written));
        else
            Tell(report, Console.Out);
        return Exit.Done;
    }

    private static void Tell(RehearsalReport report, TextWriter to)
    {
        to.WriteLine($"{report.Scenario}: {report.Replications} runs, {report.Contacts.ToString("N0", CultureInfo.InvariantCulture)} contacts");
        to.WriteLine();
        to.WriteLine(Line("contact type", "attempts", "in target", "given up", "wait s", "90 % wait s"));
        foreach (var type in report.ContactTypes)
            to.WriteLine(Line(type.Name, Number(type.Attempts), Share(type.ServiceLevel), Share(type.AbandonedShare), Number(type.MeanWait), Plain(type.Wait90)));
        to.WriteLine();
        to.WriteLine(Line("skill group", "on duty", "busy", "occupancy", "contacts", ""));
        foreach (var group in report.SkillGroups)
            to.WriteLine(Line(group.Name, Number(group.OnDuty), Number(group.Busy), Share(group.Occupancy), Number(group.Contacts), ""));
    }

    private static string Line(string name, params string[] cells) => $"{name,-24}{string.Concat(cells.Select(c => $"{c,20}"))}".TrimEnd();

    private static string Share(Reading reading) => Told(reading, 100, "%");

    private static string Number(Reading reading) => Told(reading, 1, "");

    private static string Told(Reading reading, double times, string unit) =>
        reading.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{value * times:0.0#}{unit} ±{reading.HalfWidth * times:0.0#}")
            : "no contacts";

    private static string Plain(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "no contacts";
}
