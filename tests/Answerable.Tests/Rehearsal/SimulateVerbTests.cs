using Answerable.Web.CommandLine;

namespace Answerable.Tests.Rehearsal;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("simulate");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_table_goes_in_and_a_table_comes_out()
    {
        var (asked, answers) = (Path.Combine(folder.FullName, "in.csv"), Path.Combine(folder.FullName, "out.csv"));
        await File.WriteAllTextAsync(asked,
            "metric,id,params,model,more\nrho,G,lambda_ph=15;aht_s=180;service=erlang4;scv=0.25,MG1_PollaczekKhinchine,x\n",
            TestContext.Current.CancellationToken);
        Assert.Equal(Exit.Done, await Verbs.RunAsync(["simulate", "--in", asked, "--out", answers, "--seed", "3", "--relative-error", "0.05"]));
        var lines = await File.ReadAllLinesAsync(answers, TestContext.Current.CancellationToken);
        Assert.Equal("id,metric,estimate,standard_error", lines[0]);
        Assert.StartsWith("G,rho,0.7", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task A_scenario_is_compared_with_another_and_run_until_its_service_level_is_sure()
    {
        var (few, many) = (Path.Combine(folder.FullName, "few.json"), Path.Combine(folder.FullName, "many.json"));
        await File.WriteAllTextAsync(few, Day(11), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(many, Day(12), TestContext.Current.CancellationToken);
        Assert.Equal(Exit.Done, await Verbs.RunAsync(["simulate", "--scenario", few, "--against", many, "--replications", "20", "--json"]));
        Assert.Equal(Exit.Done, await Verbs.RunAsync(["simulate", "--scenario", few, "--relative-error", "0.05"]));
        Assert.Equal(Exit.Failed, await Verbs.RunAsync(["simulate", "--scenario", few, "--against", Path.Combine(folder.FullName, "none.json")]));
    }

    private static string Day(int agents) => $$"""
        { "name": "{{agents}}", "hours": 4,
          "contactTypes": [{ "name": "calls", "perHour": 200, "handling": { "meanSeconds": 180 }, "patience": { "meanSeconds": 240 } }],
          "skillGroups": [{ "name": "team", "agents": {{agents}}, "serves": [{ "type": "calls" }] }] }
        """;

    [Theory]
    [InlineData(Exit.Usage)]
    [InlineData(Exit.Usage, "--in", "somewhere.csv")]
    [InlineData(Exit.Usage, "--seed", "many")]
    [InlineData(Exit.Failed, "--in", "nowhere.csv", "--out", "out.csv")]
    [InlineData(Exit.Failed, "--scenario", "nowhere.json")]
    [InlineData(Exit.Usage, "--scenario", "nowhere.json", "--relative-error", "NaN")]
    [InlineData(Exit.Usage, "--scenario", "nowhere.json", "--threads", "-1")]
    public async Task What_cannot_be_done_is_told_by_the_exit_code(int exit, params string[] given) =>
        Assert.Equal(exit, await Verbs.RunAsync(["simulate", .. given]));
}
