using System.CommandLine;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.App.Rehearsal;
using Answerable.Simulation.Replications;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Rehearsal;

/// <summary><c>rehearse</c>: a version of a procedure, walked by simulated contacts under the rules of live work, perhaps beside another.</summary>
internal static class RehearseVerb
{
    private static readonly Option<string> Procedure = new("--procedure")
    {
        Description = "The contact type's code, such as missed-bin.",
        Required = true,
    };
    private static readonly Option<int> Version = new("--version") { Description = "The version to rehearse, a draft or not.", Required = true };
    private static readonly Option<int?> Against = new("--against")
    {
        Description = "Another version, on the same chance: the change is this version less that one.",
    };
    private static readonly Option<int> Days = new("--days")
    {
        Description = $"Working days of each run, 1 to {TwinPlan.MostDays}.",
        Required = true,
    };
    private static readonly Option<long> Seed = new("--seed") { Description = "The seed all chance comes from.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Threads = new("--threads") { Description = "Threads to use; 0 for every core. Never changes a figure." };

    public static Command Create()
    {
        var verb = new Command("rehearse",
            "Rehearses a version of a procedure: contacts, resolution, times, waits, referrals and occupancy by level, with intervals.")
        {
            Procedure, Version, Against, Days, Seed, Threads, OpenedCentre.Json,
        };
        verb.Validators.Add(asked =>
        {
            if (asked.GetValue(Days) is < 1 or > TwinPlan.MostDays)
                asked.AddError($"--days is from 1 to {TwinPlan.MostDays}.");
            if (asked.GetValue(Threads) is < 0 or > 1024)
                asked.AddError("--threads is from 0 to 1024.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var ground = await centre.AskAsync(new RehearsalGround(asked.GetRequiredValue(Procedure), asked.GetRequiredValue(Version),
            asked.GetValue(Against)), stop);
        if (!ground.Allowed)
            return Exit.Because(string.Join(" ", ground.Refusals));
        var plan = new TwinPlan(asked.GetRequiredValue(Days), asked.GetValue(Seed));
        var study = TwinStudy.Of(ground.Value.Ground, ground.Value.Version, ground.Value.Against, plan,
            new ReplicationPlan(asked.GetValue(Threads), SpokenProgress.OnTerminal(), stop));
        if (!study.Allowed)
            return Exit.Because(string.Join(" ", study.Refusals));
        if (asked.GetValue(OpenedCentre.Json))
            await Console.Out.WriteLineAsync(TwinWords.Json(study.Value.Report));
        else
            TwinWords.Tell(study.Value.Report, Console.Out);
        return Exit.Done;
    }
}
