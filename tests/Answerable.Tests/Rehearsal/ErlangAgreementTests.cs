using System.Globalization;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Distributions;
using Answerable.Simulation.Replications;

namespace Answerable.Tests.Rehearsal;

/// <summary>One skill group is one of the Erlang models; all of their figures come out.</summary>
public class ErlangAgreementTests
{
    public static TheoryData<string> Vectors =>
        [.. SharedFile.Cells("vectors/erlang.csv").Where(r => Number(r[4]) <= 120 && Number(r[8]) / Number(r[4]) < (r[1] is "C" ? 0.95 : 2))
            .Select(r => r[0])];

    [Theory, MemberData(nameof(Vectors))]
    public void One_skill_group_behaves_as_its_Erlang_model(string id)
    {
        var header = SharedFile.Lines("vectors/erlang.csv").First().Split(',');
        var row = SharedFile.Cells("vectors/erlang.csv").Single(r => r[0] == id);
        string Cell(string column) => row[Array.IndexOf(header, column)];
        var figures = Figures(row[1]).Where(f => Cell(f.Name) is { Length: > 0 } text && Number(text) is > 1e-3).ToArray();
        var study = SteadyStudy.Of(Scenario(row[1], Cell), figures, seed: 77, relativeError: 0.06, new ReplicationPlan());
        Assert.Null(study.Refusal);
        Assert.NotEmpty(figures);
        Assert.All(figures.Zip(study.Figures), pair =>
        {
            var exact = Number(Cell(pair.First.Name));
            Assert.True(Math.Abs(pair.Second.Value - exact) <= 3.3 * pair.Second.StandardError + 1e-12,
                $"{id} {pair.First.Name}: {exact} but {pair.Second}");
        });
    }

    private static Scenario Scenario(string family, Func<string, string> cell)
    {
        var agents = (int)Number(cell("agents"));
        var calls = ContactType.ByPhone("calls").Arriving(Number(cell("calls_per_hour"))).TakingOnAverage(Number(cell("aht_s")));
        if (cell("patience_s") is { Length: > 0 } patience)
            calls = calls.Waiting(family == "D" ? new Deterministic(Number(patience)) : new Exponential(Number(patience)));
        if (cell("target_s") is { Length: > 0 } target)
            calls = calls with { Target = Number(target) };
        var scenario = Answerable.Analysis.Rehearsal.Scenario.Named(family).With(calls).With(SkillGroup.Of("agents", agents).Serving("calls"));
        return family switch
        {
            "B" => scenario.WithLines(agents),
            "K" => scenario.WithLines((int)Number(cell("lines"))),
            _ => scenario
        };
    }

    private static IEnumerable<Figure> Figures(string family)
    {
        yield return new Figure("p_block", t => t[0, TypeCount.Blocked], t => t[0, TypeCount.Attempts]);
        yield return new Figure("p_wait", t => t[0, TypeCount.FoundBusy], t => t[0, TypeCount.Attempts]);
        yield return new Figure("p_abandon", t => t[0, TypeCount.Abandoned], t => t[0, TypeCount.Attempts]);
        yield return new Figure("mean_wait_all_s", t => t[0, TypeCount.Waited], t => t[0, TypeCount.Attempts] - t[0, TypeCount.Blocked]);
        yield return new Figure("asa_answered_s", t => t[0, TypeCount.WaitedByAnswered], t => t[0, TypeCount.Answered]);
        yield return new Figure("sl_offered", t => t[0, TypeCount.AnsweredInTarget], t => t[0, TypeCount.Attempts]);
        yield return Figure.Occupancy("occupancy", 0);
        yield return Figure.MeanLevel("mean_queue", 0, TypeCount.QueueTime);
        if (family == "K")
            yield break;
        yield return new Figure("sl_answered", t => t[0, TypeCount.AnsweredInTarget], t => t[0, TypeCount.Answered]);
        yield return new Figure("sl_abandons_counted_in", t =>
            t[0, TypeCount.AnsweredInTarget] + t[0, TypeCount.AbandonedInTarget], t => t[0, TypeCount.Attempts]);
        yield return new Figure("sl_excl_short_abandons", t =>
            t[0, TypeCount.AnsweredInTarget], t => t[0, TypeCount.Attempts] - t[0, TypeCount.AbandonedInTarget]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
