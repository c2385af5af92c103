using System.Globalization;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Simulation.Replications;

namespace Answerable.Benchmarks.Simulation;

/// <summary>
/// How many contacts a rehearsal of a version walks a second on one core: through desk, interpreter, matrix and referrals, folded and
/// measured.
/// </summary>
internal static class TwinBench
{
    private static readonly Chart Chart = new(
    [
        .. Enumerable.Range(1, 10).Select(number => (Node)new Step($"n{number}", $"Step {number}")),
        new Step("n11", "Give goodwill")
        {
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
        },
        new Decision("n12", "Content") { Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n14")] },
        new Ending("n13", "Settled", Resolved: true),
        new Ending("n14", "Not settled", Resolved: false),
    ])
    { KeysGiven = 14 };

    public static void Run(TextWriter to)
    {
        var from = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var ground = new TwinGround("complaint", default, from)
        {
            Arrivals = [.. Enumerable.Range(0, 24).Select(hour => hour is >= 8 and < 18 ? 300.0 : 0)],
            Amounts = new Dictionary<string, IReadOnlyList<long>> { ["goodwill"] = [1_000, 2_000, 3_000, 4_000, 20_000] },
            Matrix = new Matrix([Limit(Role.Agent, 5_000, from), Limit(Role.TeamLeader, 50_000, from)]),
            Kinds = [new DecisionKind("goodwill", "Goodwill", Money: true)],
            Levels = [new TwinLevel(Role.Agent, 50, true, default, 0.8), new TwinLevel(Role.TeamLeader, 6, false, new Spell(90, 0.8), 0.8),
                new TwinLevel(Role.Manager, 1, false, new Spell(90, 0.8), 0.8)],
        };
        var plan = new TwinPlan(20, 1, Runs: 2, KeepJournal: true);
        Study(ground, plan with { KeepJournal = false });
        var start = Environment.CpuUsage.UserTime;
        var without = Study(ground, plan with { KeepJournal = false });
        var seconds = (Environment.CpuUsage.UserTime - start).TotalSeconds;
        var (contacts, facts) = Size(Study(ground, plan));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"rehearsal of a version of 12 steps, one core: {contacts / seconds:N0} contacts/s, {facts / seconds:N0} facts/s; ")
            + string.Create(CultureInfo.InvariantCulture, $"{without.Report.Figures[0].Value:N0} contacts measured in each of {plan.Runs} runs"));
    }

    private static TwinStudy Study(TwinGround ground, TwinPlan plan) =>
        TwinStudy.Of(ground, new TwinVersion(1, Chart), null, plan, new ReplicationPlan(1)).Value;

    private static (int Contacts, int Facts) Size(TwinStudy study) => (
        study.Runs.Sum(run => run.Journal.Count(entry => entry.Name == "contact.arrived")), study.Runs.Sum(run => run.Journal.Count));

    private static Limit Limit(Role role, long pence, DateTimeOffset from) =>
        new(new Guid((int)role, 0, 0, new byte[8]), "goodwill", role, null, from.AddYears(-1), null)
        {
            PerContactPence = pence,
            PerCasePence = pence
        };
}
