using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Procedures;
using Answerable.Simulation.Statistics;
using static Answerable.Analysis.Rehearsal.Twin.Calibration;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>How each node has gone, from the walks kept; what nobody has walked goes as the usual step does.</summary>
internal static class NodeCalibration
{
    private static readonly long[] UsualAmounts = [500, 1000, 2000, 5000, 10000];

    public static IReadOnlyDictionary<string, NodeHabit> Of(TwinRecords records, List<Contact> live, List<string> assumed, List<string> cautions)
    {
        var usual = UsualStep(records, live);
        var visits = records.Walks.SelectMany(walk => walk.Trail).ToLookup(visit => visit.Node);
        var referred = records.Referrals.Where(referral => referral is { Matter: ReferralMatter.Contact, Node: not null }).CountBy(
            referral => referral.Node!).ToDictionary();
        var nodes = records.Versions.SelectMany(version => version.Chart.Nodes).Where(node => node is not Ending).DistinctBy(node => node.Key)
            .ToList();
        var fewTimes = nodes.Where(node => visits[node.Key].Count(visit => visit.Kind != VisitKind.Skipped) < Few).ToList();
        if (fewTimes.Count > 0)
        {
            assumed.Add(Said($"{Counted.Of(records.Walks.Count, "walk is", "walks are")} kept: ")
                + Said($"{fewTimes.Count} of {nodes.Count} nodes were done fewer than {Few} times")
                + Said($" and are taken to last as the usual step does, {usual.Mean:0} s."));
            cautions.Add("The ± is of chance alone, not of what is assumed. "
                + Said($"{fewTimes.Count} of {nodes.Count} nodes last {usual.Mean:0} s because ")
                + "too few walks tell better, so the handling times of two versions tell how many steps they have rather than how long these take: "
                + "hold them against the journal's own (kpi handling-time --split version).");
        }
        var guessed = nodes.OfType<Decision>().Where(decision => visits[decision.Key].Count() < Few).Select(decision => $"\"{decision.Title}\"")
            .ToList();
        if (guessed.Count > 0)
            assumed.Add($"Few or no answers are kept to {string.Join(", ", guessed)}: "
                + "every answer counts once more than it was given, so that none kept means all alike.");
        return nodes.ToDictionary(node => node.Key, node => HabitOf(node, [.. visits[node.Key]], referred.GetValueOrDefault(node.Key), usual));
    }

    /// <summary>The conversation shared out over the nodes of a walk.</summary>
    public static Spell UsualStep(TwinRecords records, List<Contact> live)
    {
        var talks = Calibration.Seconds(live, contact => contact.TalkMs + contact.HoldMs).ToArray();
        var walked = records.Walks.Where(walk => walk.End is { BrokenOff: false }).Select(walk => (double)walk.Trail.Count).ToArray();
        var nodes = walked.Length > 0 ? walked.Average() : Math.Max(3, records.Versions[0].Chart.Nodes.Count / 2.0);
        return new Spell(talks.Length >= Few ? talks.Average() / Math.Max(1, nodes) : 30, 0.8);
    }

    public static Spell LastWords(IReadOnlyList<Walk> walks, List<string> assumed) => SpellOf(
        walks.Where(walk => walk.End is { BrokenOff: false }).Select(walk => (walk.End!.At - walk.Since).TotalSeconds),
        new Spell(10, 0.5), "time from the outcome to the end of the conversation", assumed);

    public static IReadOnlyDictionary<string, IReadOnlyList<long>> Amounts(TwinRecords records, List<string> assumed)
    {
        var kinds = records.Versions.SelectMany(version => version.Chart.Nodes).OfType<Step>()
            .Where(step => step.Authority?.AmountField is not null).Select(step => step.Authority!.DecisionKind).Distinct();
        var amounts = new Dictionary<string, IReadOnlyList<long>>();
        foreach (var kind in kinds)
        {
            long[] asked = [.. records.Amounts.Where(amount => amount.Kind == kind).Select(amount => amount.Pence).Order()];
            if (asked.Length < Few)
                assumed.Add(Said($"Only {Counted.Of(asked.Length, "amount")} of the kind \"{kind}\" were asked for: ")
                    + "5, 10, 20, 50 and 100 are taken beside those, each once.");
            amounts[kind] = asked.Length < Few ? [.. asked, .. UsualAmounts] : asked;
        }
        return amounts;
    }

    private static NodeHabit HabitOf(Node node, Visit[] visits, int referred, Spell usual)
    {
        var times = Observations.Of([.. visits.Where(visit => visit.Kind != VisitKind.Skipped).Select(visit => visit.Ms / 1000.0)]);
        var time = times.Count >= Few && times.Mean > 0 ? new Spell(times.Mean, Math.Clamp(Math.Sqrt(times.Variance) / times.Mean, 0.1, 2)) : usual;
        var answers = node is Decision decision
            ? decision.Answers.ToDictionary(answer => answer.Key, answer => (double)(1 + visits.Count(visit => visit.Answer == answer.Key)))
            : [];
        double Share(int part) => visits.Length + referred >= Few ? part / (double)(visits.Length + referred) : 0;
        return new NodeHabit(time, answers, Share(visits.Count(visit => visit.Kind == VisitKind.Skipped)), Share(referred));
    }
}
