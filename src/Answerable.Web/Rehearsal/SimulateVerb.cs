using System.CommandLine;
using Answerable.Simulation.Replications;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Rehearsal;

/// <summary><c>simulate</c>: figures of small designs from a table, or a rehearsal of a whole scenario file.</summary>
internal static class SimulateVerb
{
    public static Command Create()
    {
        var asked = new Option<FileInfo?>("--in") { Description = "Table of designs: id,model,params,metric." };
        var answers = new Option<FileInfo?>("--out") { Description = "Where the answers go: id,metric,estimate,standard_error." };
        var scenario = new Option<FileInfo?>("--scenario") { Description = "Scenario file (docs/guides/scenario-file.md)." };
        var against = new Option<FileInfo?>("--against") { Description = "Another scenario file, compared with the first on the same chance." };
        var seed = new Option<long>("--seed") { Description = "The seed all chance comes from.", DefaultValueFactory = _ => 1 };
        var error = new Option<double>("--relative-error")
        {
            Description =
            "Wanted standard error as a share of each figure; given with a scenario, of each service level, instead of a number of runs.",
            DefaultValueFactory = _ => 0.01
        };
        var runs = new Option<int>("--replications") { Description = "Runs of a scenario.", DefaultValueFactory = _ => 100 };
        var threads = new Option<int>("--threads") { Description = "Threads to use; 0 for every core. Never changes a figure." };
        var json = new Option<bool>("--json") { Description = "Prints the rehearsal as JSON." };
        var verb = new Command("simulate", "Simulates small designs from a table, or rehearses a scenario file.")
            { asked, answers, scenario, against, seed, error, runs, threads, json };
        verb.SetAction((given, cancellation) => Task.Run(() =>
        {
            var plan = new ReplicationPlan(given.GetValue(threads), SpokenProgress.OnTerminal(), cancellation);
            return Stoppable(() => (given.GetValue(asked), given.GetValue(answers), given.GetValue(scenario)) switch
            {
                _ when plan.Threads < 0 => Exit.Misused("--threads must be 0 or more."),
                _ when !(given.GetValue(error) is >= 0.0001 and <= 0.5) => Exit.Misused("--relative-error must be from 0.0001 to 0.5."),
                ({ } from, { } to, null) => Table(from, to, given.GetValue(seed), given.GetValue(error), plan),
                (null, null, { } file) when given.GetValue(against) is { } other =>
                    ScenarioRun.Compare(file, other, given.GetValue(seed), given.GetValue(runs), given.GetValue(json), plan),
                (null, null, { } file) => ScenarioRun.Print(
                    file, given.GetValue(seed), given.GetValue(runs), given.GetResult(error) is { Implicit: false }
                        ? given.GetValue(error) : null, given.GetValue(json), plan),
                _ => Usage()
            });
        }, cancellation));
        return verb;
    }

    private static int Stoppable(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            return Exit.Because("Stopped before the end; nothing was written.");
        }
    }

    private static int Table(FileInfo from, FileInfo to, long seed, double relativeError, ReplicationPlan plan)
    {
        if (!from.Exists)
            return Exit.Because(Exit.NoFile($"{from}"));
        using var asked = from.OpenText();
        using var answers = new StringWriter();
        if (DesignTable.Answer(asked, answers, seed, relativeError, plan) is { } problem)
            return Exit.Because(problem);
        File.WriteAllText(to.FullName, answers.ToString());
        return Exit.Done;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("Give either --in and --out, or --scenario.");
        return Exit.Usage;
    }
}
