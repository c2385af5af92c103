using System.Text.Json;
using Answerable.App.Measures;
using Answerable.DatabaseTests.CommandLine;
using Answerable.DatabaseTests.Deliveries;
using Answerable.Model.Journal;
using Answerable.Web.CommandLine;
using Answerable.Web.Measures;

namespace Answerable.DatabaseTests.Measures;

public sealed class KpiVerbTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2026, 9, 2);

    [Theory, EachDatabase]
    public async Task Several_kpis_are_asked_for_at_once_and_one_that_is_not_there_is_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(30, 1000).Abandoned(10, 5000).DeliverAsync();
        string[] Verb(params string[] names) =>
            ["kpi", .. names, "--from", "2026-09-01", "--to", "2026-09-02", "--json", "--database", centre.ConnectionString];
        Assert.Equal(Exit.Done, await Verbs.RunAsync(Verb("contacts", "abandonment", "occupancy")));
        Assert.Equal(Exit.Done, await Verbs.RunAsync(Verb("contacts")));
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Verb("contacts", "wine")));
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Verb()));
        Assert.NotEqual(Exit.Done, await Verbs.RunAsync([.. Verb("contacts"), "--split", "queue,team"]));
        Assert.Equal(Exit.Done, await Verbs.RunAsync([.. Verb("contacts"), "--split", "queue,day"]));
    }

    /// <summary>A nought where thousands of invented contacts lie would be taken for a fault.</summary>
    [Theory, EachDatabase]
    public async Task Where_the_demo_centres_contacts_are_left_out_it_is_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(3, 1000, kind: FactKind.Demo).DeliverAsync();
        string[] verb = ["kpi", "contacts", "--from", "2026-09-01", "--to", "2026-09-02", "--database", centre.ConnectionString];
        var (exit, output, error) = await VerbAsProcess.RunAsync(Path.GetTempPath(), verb);
        Assert.Equal((Exit.Done, "What the demo centre did is left out: --kind demo counts it."), (exit, error.Trim()));
        Assert.Contains("Contacts: 0", output, StringComparison.Ordinal);
        Assert.Equal("", (await VerbAsProcess.RunAsync(Path.GetTempPath(), [.. verb, "--kind", "demo"])).Error);
    }

    [Theory, EachDatabase]
    public async Task Several_are_written_as_a_list_each_as_it_is_alone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(30, 1000).Abandoned(10, 5000).DeliverAsync();
        KpiFigures[] asked = [new("contacts", From, To), new("abandonment", From, To)];
        var board = (await centre.AskAsync(new KpiBoard(_ => asked) { Whole = true })).Value.Figures;
        using var list = JsonDocument.Parse(KpiJson.Of(asked.Zip(board)));
        Assert.Equal([40, 25], list.RootElement.EnumerateArray().Select(one => one.GetProperty("value").GetDouble()));
        using var alone = JsonDocument.Parse(KpiJson.Of(asked[1], board[1]));
        Assert.Equal(alone.RootElement.ToString(), list.RootElement[1].ToString().Replace("\n  ", "\n", StringComparison.Ordinal));
    }

    /// <summary>In the unit that is said, so that one by the other is the value.</summary>
    [Theory, EachDatabase]
    public async Task Times_are_told_in_seconds_numerator_and_value_alike(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(1, 20_500).Answered(1, 10_000).DeliverAsync();
        var asked = new KpiFigures("speed-of-answer", From, To) { Whole = true, Split = Analysis.Measures.Dimension.Queue };
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, "kpi", asked.Kpi, "--from", "2026-09-01", "--to", "2026-09-02",
            "--split", "queue", "--json");
        Assert.True(exit == 0, printed);
        foreach (var text in new[] { printed, KpiJson.Of(asked, (await centre.AskAsync(asked)).Value) })
        {
            using var told = JsonDocument.Parse(text);
            Assert.Equal("seconds", told.RootElement.GetProperty("unit").GetString());
            foreach (var figure in new[] { told.RootElement, Assert.Single(told.RootElement.GetProperty("rows").EnumerateArray()) })
                Assert.Equal((30.5, 2, 15.25), (figure.GetProperty("numerator").GetDouble(), figure.GetProperty("denominator").GetDouble(),
                    figure.GetProperty("value").GetDouble()));
        }
    }
}
