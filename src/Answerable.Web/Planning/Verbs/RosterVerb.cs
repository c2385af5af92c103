using System.CommandLine;
using System.Text.Json;
using Answerable.Analysis.Planning.Rosters;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary>roster: weeks for named people from a public instance file, improving until the time is up.</summary>
internal static class RosterVerb
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var input = new Option<FileInfo>("--in") { Required = true, Description = "Instance file (sections of schedulingbenchmarks.org)." };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 60, Description = "Time to search." };
        var seed = new Option<long>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed of the search." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        seconds.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
                result.AddError("--seconds must be above 0 and at most 86400.");
        });
        var command = new Command("roster", "Weeks for named people: cost, feasibility and a proven lower bound.") { input, seconds, seed, json };
        command.SetAction((parsed, stop) => Run(
            parsed.GetRequiredValue(input), parsed.GetValue(seconds), parsed.GetValue(seed), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> Run(FileInfo input, double seconds, long seed, bool json, CancellationToken stop)
    {
        if (!input.Exists)
            return Exit.Because(Exit.NoFile($"{input}"));
        var began = TimeProvider.System.GetTimestamp();
        using var upTo = CancellationTokenSource.CreateLinkedTokenSource(stop);
        upTo.CancelAfter(TimeSpan.FromSeconds(seconds));
        var text = await File.ReadAllTextAsync(input.FullName, stop);
        var read = RosterText.Read(text);
        var progress = json ? null : new ConsoleProgress();
        var found = read.Then(problem => RosterSearch.Run(problem, new(seed, Environment.ProcessorCount), progress, upTo.Token));
        if (!found.Allowed)
            return Exit.Because($"{input.Name}: {found.Refusals[0].Text}");
        Write(read.Value, found.Value, TimeProvider.System.GetElapsedTime(began).TotalSeconds, json);
        return Exit.Done;
    }

    private static void Write(RosterProblem problem, RosterResult result, double seconds, bool json)
    {
        var weeks = problem.People.Select((person, p) => (person.Id, Days: Days(problem, result.Roster.Assigned[p])));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                result.Verdict.Cost,
                result.Verdict.Feasible,
                result.LowerBound,
                result.Gap,
                Seconds = Math.Round(seconds, 3),
                result.Verdict.RequestCost,
                result.Verdict.UnderCost,
                result.Verdict.OverCost,
                Roster = weeks.ToDictionary(week => week.Id, week => week.Days),
            }, Written));
        else
        {
            foreach (var (id, days) in weeks)
                Console.WriteLine($"{id,-8} {days}");
            Console.WriteLine(
                $"Cost {result.Verdict.Cost} (requests {result.Verdict.RequestCost}, short {result.Verdict.UnderCost}, over " +
                $"{result.Verdict.OverCost}); no roster costs less than {result.LowerBound}; {seconds:F1} s.");
        }
    }

    private static string Days(RosterProblem problem, IReadOnlyList<int> days) =>
        string.Join(' ', days.Select(shift => shift == Roster.Off ? "-" : problem.Shifts[shift].Id));

    private sealed class ConsoleProgress : IProgress<RosterProgress>
    {
        public void Report(RosterProgress value) => Console.Error.WriteLine($"cost {value.Cost}, lower bound {value.LowerBound}");
    }
}
